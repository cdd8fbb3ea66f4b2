import { STANDINGS } from '../model/index.ts'
import { type Classified, LACKING, STANDING_AGENTS } from './classify.ts'
import { HAS_POLICY } from './error-classes.ts'
import type { SurveyRecord } from './read/record.ts'
import { Sites } from './sites.ts'
import { packSites, type Summary, summariseValues } from './summary.ts'
import { Values } from './values.ts'

const named = (names: readonly string[], counts: Float64Array): Record<string, number> =>
  Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]))

const count = (counters: Float64Array, index: number): void => {
  counters[index] = (counters[index] ?? 0) + 1
}

/** What is being counted. Its size is bounded whatever comes. */
export class Tally {
  readonly #values: Values
  readonly #sites: Sites
  readonly #errors = new Float64Array(8)
  readonly #lacking = new Float64Array(LACKING.length)
  readonly #standings = STANDING_AGENTS.map(() => new Float64Array(STANDINGS.length))
  #records = 0
  #headers = 0
  #policies = 0
  #unreadable = 0

  constructor(limits: { readonly values?: number; readonly sites?: number } = {}) {
    this.#values = new Values(limits.values)
    this.#sites = new Sites(limits.sites)
  }

  add({ site, header }: SurveyRecord): void {
    const flags = header === null ? 0 : this.addHeader(header)
    if (header === null) this.#records++
    if (site !== null) this.#sites.add(site, flags)
  }

  /** Counts a header that came without its site; returns what a site's flags gain by it. */
  addHeader(header: string): number {
    this.#records++
    this.#headers++
    const classified = this.#values.add(header)
    if (!classified.policy) return 0
    this.#policies++
    this.#count(classified)
    return HAS_POLICY | classified.errors
  }

  addUnreadable(): void {
    this.#unreadable++
  }

  #count({ errors, lacking, standings }: Classified): void {
    count(this.#errors, errors)
    for (let bit = 0; lacking >>> bit !== 0; bit++) if ((lacking & (1 << bit)) !== 0) count(this.#lacking, bit)
    for (let agent = 0; agent < this.#standings.length; agent++) {
      const counters = this.#standings[agent]
      if (counters !== undefined) count(counters, standings[agent] ?? 0)
    }
  }

  summary(): Summary {
    return {
      format: 'candor-survey-1',
      records: this.#records,
      headers: this.#headers,
      policies: this.#policies,
      unreadable: this.#unreadable,
      errors: [...this.#errors],
      lacking: named(LACKING, this.#lacking),
      standings: Object.fromEntries(
        STANDING_AGENTS.map(({ id }, agent) => [id, named(STANDINGS, this.#standings[agent] ?? new Float64Array())]),
      ),
      values: summariseValues(this.#values),
      sites: { limit: this.#sites.limit, complete: this.#sites.complete, flags: packSites(this.#sites.entries()) },
    }
  }
}
