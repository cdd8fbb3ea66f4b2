/** Text that means the same in every encoding that keeps ASCII. */
export const inAscii = (html: string): string =>
  html.replace(/[^\0-\x7f]/gu, letter => `&#${letter.codePointAt(0) ?? 0};`)

export const asciiBytes = (html: string): Buffer => Buffer.from(inAscii(html), 'latin1')

/** Shorter texts are not worth finding. */
const LONG = 500
/** So many are kept; then all are forgotten. */
const KEPT = 64

/** Keeps the bytes of long texts that come again and again. */
export function createAsciiBytes(): (html: string) => Buffer {
  const kept = new Map<string, Buffer>()
  return html => {
    if (html.length < LONG) return asciiBytes(html)
    const known = kept.get(html)
    if (known !== undefined) return known
    const bytes = asciiBytes(html)
    if (kept.size >= KEPT) kept.clear()
    kept.set(html, bytes)
    return bytes
  }
}
