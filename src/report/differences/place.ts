import type { Locate } from '../../compile/index.ts'
import type { Span } from '../../model/index.ts'
import type { Difference } from './difference.ts'

const isSame = (a: Span | undefined, b: Span | undefined): boolean => a?.line === b?.line && a?.column === b?.column

/**
 * The first place that the declaration really has: what leads nowhere is told to be where the whole begins. Else that.
 */
export function placeOf(
  { paths }: Difference,
  locate: Locate | undefined,
): { readonly path: Difference['paths'][number]; readonly at?: Span } {
  const [first = []] = paths
  if (locate === undefined) return { path: first }
  const start = locate([])
  const path = paths.find(one => !isSame(locate(one), start)) ?? first
  const at = locate(path)
  return at === undefined ? { path } : { path, at }
}
