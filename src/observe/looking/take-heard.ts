import type { RecordedRequest } from '../collect/page-record.ts'
import type { Heard } from './browser-page.ts'
import type { Happenings } from './happenings.ts'

interface RequestRecorder {
  readonly requests: () => RecordedRequest[]
  /** Requests beyond those remembered. */
  readonly more: number
  readonly told: () => void
}

/** What was recorded of a page since the last time; it is forgotten. */
export function takeHeard(network: RequestRecorder, happenings: Happenings): Omit<Heard, 'address' | 'failure'> {
  const { more } = network
  const heard = {
    requests: network.requests(),
    writes: happenings.writes,
    stored: [...happenings.stored.values()],
    gaps: [
      ...(more > 0 ? [{ what: 'request', why: 'too-many', detail: null, more } as const] : []),
      ...happenings.allGaps(),
    ],
  }
  network.told()
  happenings.told()
  return heard
}
