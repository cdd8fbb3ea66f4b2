const TAB = 0x09
const SPACE = 0x20
const SEMICOLON = 0x3b
const EQUALS = 0x3d
const COMMA = 0x2c

/** The kinds of control characters in the line: 0 none, 1 TABs only, 2 others too. RFC 6265bis section 5.6 step 1. */
export function controlsIn(line: string): 0 | 1 | 2 {
  let kind: 0 | 1 = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code >= SPACE && code !== 0x7f) continue
    if (code !== TAB) return 2
    kind = 1
  }
  return kind
}

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
