/** How the bytes of a page stand for the characters of its tags. */
export interface Reading {
  /** Bytes a character. */
  readonly width: 1 | 2
  /** The bytes as text; as many characters as there are, whatever they mean. */
  readonly read: (bytes: Buffer) => string
  /** The same text, read in order, without what only looks like tags. */
  readonly mask: (text: string) => string
  /** ASCII as bytes of the page. */
  readonly write: (ascii: Buffer) => Buffer
  /** How many bytes the byte order mark takes. */
  readonly mark: number
}

/** ISO-2022-JP leaves ASCII by `ESC $`, and comes back by `ESC (`; between them a `<` is half a letter. */
function createShiftMask(): (text: string) => string {
  let shifted = false
  let escape = false
  const maskRun = (run: string): string => {
    if (run === '\x1b') {
      escape = true
      return 'x'
    }
    const turn = escape && (run.startsWith('$') || run.startsWith('('))
    if (turn) shifted = run.startsWith('$')
    escape = false
    if (shifted) return 'x'.repeat(run.length)
    return turn ? `x${run.slice(1)}` : run
  }
  return text => (shifted || escape || text.includes('\x1b') ? text.replace(/\x1b|[^\x1b]+/g, maskRun) : text)
}

function bytewise(mark: number): Reading {
  return {
    width: 1,
    read: bytes => bytes.toString('latin1'),
    mask: createShiftMask(),
    write: ascii => ascii,
    mark,
  }
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

function wide(bigEndian: boolean, mark: number): Reading {
  return {
    width: 2,
    read: bytes => (bigEndian ? swapped(bytes) : bytes).toString('utf16le'),
    mask: text => text,
    write(ascii) {
      const little = Buffer.from(ascii.toString('latin1'), 'utf16le')
      return bigEndian ? little.swap16() : little
    },
    mark,
  }
}

/** Encoding Standard, 4.2: labels that mean UTF-16, where no mark says otherwise. */
const LITTLE = /charset\s*=\s*["']?(?:utf-16(?:le)?|ucs-2|unicode|csunicode|iso-10646-ucs-2|unicodefeff)\s*(?:["';]|$)/i
const BIG = /charset\s*=\s*["']?(?:utf-16be|unicodefffe)\s*(?:["';]|$)/i

/** How many of the first bytes it takes to know. */
export const MARK_LENGTH = 3

/** HTML 13.2.3.2: a byte order mark comes before what `Content-Type` says. All other encodings of the web keep ASCII's tags. */
export function readingOf(contentType: string, first: Buffer): Reading {
  if (first[0] === 0xff && first[1] === 0xfe) return wide(false, 2)
  if (first[0] === 0xfe && first[1] === 0xff) return wide(true, 2)
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return bytewise(3)
  if (LITTLE.test(contentType)) return wide(false, 0)
  if (BIG.test(contentType)) return wide(true, 0)
  return bytewise(0)
}
