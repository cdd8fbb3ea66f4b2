import { LEGAL_TOKENS } from './token.ts'

const LONGEST = 5

/** Whether one letter put in, left out, changed, or two neighbours exchanged turn `a` into `b`. */
function isOneStepAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let endA = a.length
  let endB = b.length
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [leftA, leftB] = [endA - from, endB - from]
  if (leftA <= 1 && leftB <= 1) return leftA + leftB > 0
  return leftA === 2 && leftB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]
}

/**
 * The one token that was probably meant; null when none is near or several are. A token that the policy already holds
 * is not meant a second time.
 */
export function nearestToken(raw: string, present: ReadonlySet<string>): string | null {
  if (raw.length > LONGEST) return null
  let found: string | null = null
  for (const token of LEGAL_TOKENS.keys()) {
    if (present.has(token) || !isOneStepAway(raw, token)) continue
    if (found !== null && found.slice(0, 3) !== token.slice(0, 3)) return null
    found ??= token
  }
  return found
}
