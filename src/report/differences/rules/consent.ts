import type { ConsentTerm, Observation, State } from '../../../model/index.ts'
import { type Difference, type DifferenceRule, difference } from '../difference.ts'
import { type Governed, governedThings } from '../governed.ts'
import { subject } from '../subject.ts'

/** The moment at which what the visitor wants is not heeded. */
type Breach = 'before' | 'refused' | 'withdrawn' | 'signal'

const CODES = {
  cookie: {
    before: 'cookie-before-consent',
    refused: 'cookie-after-refusal',
    withdrawn: 'cookie-survives-withdrawal',
  },
  storage: {
    before: 'storage-before-consent',
    refused: 'storage-after-refusal',
    withdrawn: 'storage-survives-withdrawal',
  },
  recipient: {
    before: 'recipient-before-consent',
    refused: 'recipient-after-refusal',
    withdrawn: 'recipient-after-withdrawal',
  },
} as const

/** What needs a yes must not be there without it; what may be refused must be gone after a no, or a signal it falls under. */
function breachOf({ needs, signal }: ConsentTerm, state: State): Breach | null {
  if (state === 'refused' || state === 'withdrawn') return needs === 'nothing' ? null : state
  if (state === 'gpc' && signal) return 'signal'
  return (state === 'before' || state === 'gpc') && needs === 'consent' ? 'before' : null
}

/** A host that several practices name breaks no word as long as one of them may happen. */
function breachIn({ terms }: Governed, state: State): Breach | null {
  const breaches = terms.map(term => breachOf(term, state))
  return breaches.includes(null) ? null : (breaches[0] ?? null)
}

function tell(thing: Governed, breach: Breach, evidence: readonly Observation[]): Difference {
  const { name, identity, host, paths } = thing
  const [{ practice }] = thing.terms
  const about = { host, paths, evidence }
  if (breach === 'signal') {
    const of = thing.kind === 'storage' ? subject.storage(thing.area, name) : subject[thing.kind](name)
    const known = thing.kind === 'storage' ? subject.storage(thing.area, identity) : subject[thing.kind](identity)
    return difference({
      ...about,
      code: 'gpc-ignored',
      data: { kind: thing.kind, name, practice },
      subject: of,
      identity: known,
    })
  }
  if (thing.kind === 'storage') {
    const { area } = thing
    const code = CODES.storage[breach]
    return difference({
      ...about,
      code,
      data: { area, key: name, practice },
      subject: subject.storage(area, name),
      identity: subject.storage(area, identity),
    })
  }
  if (thing.kind === 'cookie')
    return difference({
      ...about,
      code: CODES.cookie[breach],
      data: { name, practice },
      subject: subject.cookie(name),
      identity: subject.cookie(identity),
    })
  return difference({
    ...about,
    code: CODES.recipient[breach],
    data: { host: name, practice },
    subject: subject.recipient(name),
  })
}

/** Things that are there though the visitor has not agreed, has refused, has taken back, or signals a no. */
export const consent: DifferenceRule = context =>
  governedThings(context).flatMap(thing => {
    const byBreach = new Map<Breach, Observation[]>()
    for (const seen of thing.sightings) {
      const breach = breachIn(thing, seen.state)
      if (breach === null) continue
      const evidence = byBreach.get(breach)
      if (evidence === undefined) byBreach.set(breach, [seen])
      else evidence.push(seen)
    }
    return [...byBreach].map(([breach, evidence]) => tell(thing, breach, evidence))
  })
