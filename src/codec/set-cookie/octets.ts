const encoder = new TextEncoder()

/** The text's UTF-8 octets, one character each. */
function utf8(text: string): string {
  const bytes = encoder.encode(text)
  let out = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) out += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return out
}

const fits = (text: string, most: number): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > most) return false
  return true
}

/** A header's octets, one character each; a text with characters that are no octets is taken as UTF-8. */
export const headerOctets = (line: string | Uint8Array): string => {
  if (typeof line !== 'string') return String.fromCharCode.apply(null, [...line])
  return fits(line, 0xff) ? line : utf8(line)
}

/** The octets a browser makes of what a script assigns to `document.cookie` (HTML, "UTF-8 encode"). */
export const scriptOctets = (text: string): string => (fits(text, 0x7f) ? text : utf8(text))
