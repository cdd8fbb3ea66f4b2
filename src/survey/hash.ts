/** Makes every bit of the result depend on every bit of the input. */
function mix(word: number): number {
  let w = word ^ (word >>> 16)
  w = Math.imul(w, 0x7feb352d)
  w ^= w >>> 15
  w = Math.imul(w, 0x846ca68b)
  return w ^ (w >>> 16)
}

export const HASH_RANGE = 2 ** 53

/**
 * A number from 0 to 2^53 - 1 that is the same for the same text on every machine. Not for secrets: whoever chooses the
 * texts can make two meet.
 */
export function hashText(text: string): number {
  let low = 0x9e3779b9
  let high = 0x85ebca6b
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high + code, 0x27d4eb2f) ^ (high >>> 13)
  }
  low = mix(low ^ text.length)
  high = mix(high ^ low)
  return (high >>> 11) * 0x1_0000_0000 + (mix(low + high) >>> 0)
}
