import type { DoorStats } from '../door/index.ts'

/** Upper bounds of the histogram's buckets, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

type Labels = Readonly<Record<string, string>>

/** Prometheus text format 0.0.4: `\`, `"` and line ends of a label's value are escaped. */
const labelText = (labels: Labels): string => {
  const entries = Object.entries(labels)
  if (entries.length === 0) return ''
  const quoted = entries.map(
    ([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`,
  )
  return `{${quoted.join(',')}}`
}

interface Sample {
  readonly labels: Labels
  readonly value: number
}

const family = (name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`),
  ].join('\n')

/** A counter for each value of one label. The values are words of this program, so there are few. */
class Counters {
  readonly #counts = new Map<string, number>()

  add(value: string, count = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count)
  }

  samples(label: string): Sample[] {
    return [...this.#counts].map(([value, count]) => ({ labels: { [label]: value }, value: count }))
  }
}

/** What the gateway counts of itself. */
export class GatewayMetrics {
  readonly answers = new Counters()
  readonly refusals = new Counters()
  readonly faults = new Counters()
  readonly pages = new Counters()
  heldTags = 0
  underWay = 0
  tunnels = 0
  readonly #buckets = BUCKETS.map(() => 0)
  #seconds = 0
  #finished = 0

  /** An answer has gone out after so many seconds. */
  finish(status: number, seconds: number): void {
    this.answers.add(`${Math.floor(status / 100)}xx`)
    this.#seconds += seconds
    this.#finished++
    const bucket = BUCKETS.findIndex(bound => seconds <= bound)
    if (bucket >= 0) this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1
  }

  #histogram(): string {
    const name = 'candor_gateway_request_seconds'
    let sum = 0
    const lines = BUCKETS.map((bound, index) => {
      sum += this.#buckets[index] ?? 0
      return `${name}_bucket{le="${bound}"} ${sum}`
    })
    return [
      `# HELP ${name} From the head of a request to the end of its answer.`,
      `# TYPE ${name} histogram`,
      ...lines,
      `${name}_bucket{le="+Inf"} ${this.#finished}`,
      `${name}_sum ${this.#seconds}`,
      `${name}_count ${this.#finished}`,
    ].join('\n')
  }

  /** Everything in Prometheus' text format. */
  text(door: DoorStats | null): string {
    const one = (value: number): Sample[] => [{ labels: {}, value }]
    const families = [
      family('candor_gateway_answers_total', 'counter', 'Answers by class of status.', this.answers.samples('status')),
      family('candor_gateway_refused_total', 'counter', 'Requests not passed on.', this.refusals.samples('reason')),
      family('candor_gateway_faults_total', 'counter', 'No answer from the site behind.', this.faults.samples('fault')),
      family('candor_gateway_pages_total', 'counter', 'Pages by what became of them.', this.pages.samples('outcome')),
      family('candor_gateway_held_tags_total', 'counter', 'Tags made inert until consent.', one(this.heldTags)),
      family('candor_gateway_under_way', 'gauge', 'Requests being answered.', one(this.underWay)),
      family('candor_gateway_tunnels', 'gauge', 'WebSockets open.', one(this.tunnels)),
      this.#histogram(),
    ]
    if (door !== null) families.push(doorFamily(door))
    return `${families.join('\n')}\n`
  }
}

function doorFamily({ counts, uncounted }: DoorStats): string {
  const sums = new Map<string, Sample>()
  for (const { action, practice, reason, mode, count } of counts) {
    const labels = { action, practice: practice ?? '', reason, mode }
    const key = Object.values(labels).join(' ')
    sums.set(key, { labels, value: count + (sums.get(key)?.value ?? 0) })
  }
  const rest = uncounted > 0 ? [{ labels: { action: 'uncounted' }, value: uncounted }] : []
  return family('candor_door_decisions_total', 'counter', 'Set-Cookie lines by what was done.', [
    ...sums.values(),
    ...rest,
  ])
}
