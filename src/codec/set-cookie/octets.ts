const TAB = 0x09
const SPACE = 0x20
const DELETE = 0x7f

/** A line with one octet a character, and what kinds of octets it holds. */
export interface OctetLine {
  readonly octets: string
  /** Control characters, RFC 6265bis section 5.6 step 1: none, TABs only, others too, or a NUL that spoils the header. */
  readonly controls: 'none' | 'tabs' | 'some' | 'spoilt'
  readonly ascii: boolean
}

const HAS_TAB = 1
const HAS_CONTROL = 2
const HAS_HIGH = 4
const HAS_WIDE = 8
const HAS_NUL = 16

const UNUSUAL = /[^ -~]/

/** What is in the text besides printable ASCII. */
function kindsIn(text: string): number {
  let kinds = 0
  if (!UNUSUAL.test(text)) return kinds
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= SPACE && code < DELETE) continue
    if (code === TAB) kinds |= HAS_TAB
    else if (code <= DELETE) kinds |= code === 0 ? HAS_CONTROL | HAS_NUL : HAS_CONTROL
    else kinds |= code > 0xff ? HAS_HIGH | HAS_WIDE : HAS_HIGH
  }
  return kinds
}

const encoder = new TextEncoder()

/** The text's UTF-8 octets, one character each. */
function utf8(text: string): string {
  const bytes = encoder.encode(text)
  let out = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) out += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return out
}

function controlsOf(kinds: number): OctetLine['controls'] {
  if ((kinds & HAS_NUL) !== 0) return 'spoilt'
  if ((kinds & HAS_CONTROL) !== 0) return 'some'
  return (kinds & HAS_TAB) !== 0 ? 'tabs' : 'none'
}

const lineOf = (octets: string, kinds: number): OctetLine => ({
  octets,
  controls: controlsOf(kinds),
  ascii: (kinds & HAS_HIGH) === 0,
})

/**
 * A header's line: one octet a character; a text with characters that are no octets is taken as UTF-8. Every browser
 * refuses a response with a NUL in its headers: RFC 9110 section 5.5.
 */
export function headerLine(text: string): OctetLine {
  const kinds = kindsIn(text)
  return lineOf((kinds & HAS_WIDE) === 0 ? text : utf8(text), kinds)
}

/** What a script assigns to `document.cookie`: browsers encode it as UTF-8. */
export function scriptLine(text: string): OctetLine {
  const kinds = kindsIn(text) & ~HAS_NUL
  return lineOf((kinds & HAS_HIGH) === 0 ? text : utf8(text), kinds)
}
