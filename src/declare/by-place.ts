import type { Span } from '../model/index.ts'

interface Placed {
  readonly at?: Span | undefined
}

/** In the order of the text; what has no place comes first. */
export const byPlace = ({ at: a }: Placed, { at: b }: Placed): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
