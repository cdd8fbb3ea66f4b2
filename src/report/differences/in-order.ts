import { ENGINES, type Observation, STATES } from '../../model/index.ts'
import { byCharacters } from './by-characters.ts'

/** What decides the order, found once for each. */
interface Placed {
  readonly seen: Observation
  readonly state: number
  readonly engine: number
  readonly at: number
}

const place = (seen: Observation): Placed => ({
  seen,
  state: STATES.indexOf(seen.state),
  engine: ENGINES.indexOf(seen.engine),
  at: 'at' in seen ? (seen.at ?? Number.MAX_SAFE_INTEGER) : 0,
})

const byMoment = (a: Placed, b: Placed): number =>
  a.state - b.state || a.engine - b.engine || byCharacters(a.seen.page, b.seen.page) || a.at - b.at

/** Of one moment: by all they say, each once. Few share a moment, so that few are written out for it. */
function settleMoment(same: readonly Placed[]): readonly Observation[] {
  if (same.length === 1) return same.map(({ seen }) => seen)
  const byContent = new Map(same.map(({ seen }) => [JSON.stringify(seen), seen]))
  return [...byContent].sort(([a], [b]) => byCharacters(a, b)).map(([, seen]) => seen)
}

function order(observations: readonly Observation[]): readonly Observation[] {
  const placed = observations.map(place).sort(byMoment)
  const ordered: Observation[] = []
  for (let from = 0; from < placed.length; ) {
    const first = placed[from] as Placed
    let to = from + 1
    while (to < placed.length && byMoment(first, placed[to] as Placed) === 0) to++
    for (const seen of settleMoment(placed.slice(from, to))) ordered.push(seen)
    from = to
  }
  return ordered
}

/** Several ask for the same list; it is kept as long as the list is. */
const kept = new WeakMap<readonly Observation[], readonly Observation[]>()

/** The observations in the order things happened in, each once: whatever order they came in. */
export function inOrder(observations: readonly Observation[]): readonly Observation[] {
  const ordered = kept.get(observations) ?? order(observations)
  kept.set(observations, ordered)
  return ordered
}
