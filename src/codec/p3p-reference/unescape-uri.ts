/**
 * A URI with its escapes undone, one character a byte, so that no sequence of bytes is wrong.
 * Characters that a URI cannot have are taken for the bytes of their UTF-8.
 */
export const unescapeUri = (text: string): string =>
  text
    .replace(/[\u{D800}-\u{DFFF}]/gu, '\u{FFFD}')
    .replace(/[^\p{ASCII}]+/gu, encodeURIComponent)
    .replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
