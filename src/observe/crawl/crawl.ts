import type { Engine, GapObservation, Observation, State } from '../../model/index.ts'
import type { Journal, JournalRecord, PageRecord, StateRecord } from './journal.ts'
import type { CrawlSettings } from './options.ts'
import type { Pace } from './pace.ts'

/** One state with one engine. */
export interface Leg {
  readonly engine: Engine
  readonly state: State
}

/** What all legs of a crawl share: its settings, its pace, and what is finished. */
export class Crawl {
  readonly settings: CrawlSettings
  readonly pace: Pace
  readonly began: string
  readonly #journal: Journal | null
  readonly #records: JournalRecord[]
  readonly #deadline: number

  constructor(settings: CrawlSettings, pace: Pace, journal: Journal | null) {
    this.settings = settings
    this.pace = pace
    this.#journal = journal
    this.began = journal?.began ?? new Date().toISOString()
    this.#records = [...(journal?.earlier ?? [])]
    this.#deadline = Date.now() + settings.seconds * 1000
  }

  /** Stopped, or out of time: nothing further is begun. */
  get isOver(): boolean {
    return this.settings.stop?.aborted === true || Date.now() > this.#deadline
  }

  get records(): readonly JournalRecord[] {
    return this.#records
  }

  pagesOf({ engine, state }: Leg): readonly PageRecord[] {
    return this.#records.filter(
      (record): record is PageRecord => record.kind === 'page' && record.engine === engine && record.state === state,
    )
  }

  endOf({ engine, state }: Leg): StateRecord | undefined {
    return this.#records.find(
      (record): record is StateRecord => record.kind === 'state' && record.engine === engine && record.state === state,
    )
  }

  async keep(record: JournalRecord): Promise<void> {
    await this.#journal?.write(record)
    this.#records.push(record)
  }

  /** Kept for now only: a crawl that goes on later does it again. */
  note(record: StateRecord): void {
    this.#records.push(record)
  }
}

type GapFacts = Pick<GapObservation, 'what' | 'why'> & Partial<Pick<GapObservation, 'detail' | 'more' | 'page'>>

/** What could not be looked at in a leg. */
export const gapIn = (crawl: Crawl, leg: Leg, facts: GapFacts): Observation => ({
  kind: 'gap',
  ...leg,
  page: crawl.settings.url,
  detail: null,
  more: null,
  ...facts,
})
