const TAB = 0x09
const SPACE = 0x20
const SEMICOLON = 0x3b
const EQUALS = 0x3d
const COMMA = 0x2c

/** Where libsoup stops reading: at a control character or an octet above 127; blanks before a word may be TABs. */
export function soupEnd(line: string): number {
  let before = true
  let inName = true
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === TAB && before) continue
    if (code < SPACE || code > 0x7f) return at
    if (code === SPACE) continue
    before = code === SEMICOLON || (code === EQUALS && inName)
    inName = code === SEMICOLON || (inName && code !== EQUALS && code !== COMMA)
  }
  return line.length
}
