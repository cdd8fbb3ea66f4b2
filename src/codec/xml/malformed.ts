/** What is wrong with a text that is not XML, in the words our message chooses by; saxes tells it in English only. */
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['duplicate', /^duplicate attribute/],
  ['tag', /unclosed tag|close tag|closing tag|forward-slash/],
  ['entity', /entity/],
  ['prefix', /prefix/],
  ['root', /one root|outside of root/],
  ['declaration', /XML declaration|version number|encoding value|standalone value|^expected|name\/value/],
  ['attribute', /attribute|quoted|value required|whitespace required/],
  ['character', /disallowed|\]\]>/],
  ['end', /unexpected end|must contain a root/],
]

export const malformedReason = (message: string): string =>
  REASONS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'syntax'

/** An `&` that begins no reference swallows what follows; this is where it stands, if that is what went wrong. */
export function looseAmpersand(source: string, position: number): number | undefined {
  const at = source.lastIndexOf('&', position - 1)
  const after = source.slice(at, position)
  return at < 0 || /;[^]|-->|\]\]>|\?>/.test(after) ? undefined : at
}
