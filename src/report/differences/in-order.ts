import { ENGINES, type Observation, STATES } from '../../model/index.ts'

interface Keyed {
  readonly seen: Observation
  readonly key: string
}

const at = (seen: Observation): number => ('at' in seen ? (seen.at ?? Number.MAX_SAFE_INTEGER) : 0)

/** Characters compared by their numbers: the same in every language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byStory = ({ seen: a, key: first }: Keyed, { seen: b, key: second }: Keyed): number =>
  STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
  ENGINES.indexOf(a.engine) - ENGINES.indexOf(b.engine) ||
  compare(a.page, b.page) ||
  at(a) - at(b) ||
  compare(first, second)

/** The observations in the order things happened in, each once: whatever order they came in. */
export function inOrder(observations: readonly Observation[]): readonly Observation[] {
  const byKey = new Map(observations.map(seen => [JSON.stringify(seen), seen]))
  return [...byKey]
    .map(([key, seen]) => ({ seen, key }))
    .sort(byStory)
    .map(({ seen }) => seen)
}
