import { parseSetCookie as parseByCookie } from 'cookie'
import fc from 'fast-check'
import { parseString } from 'set-cookie-parser'
import { Cookie } from 'tough-cookie'
import { describe, expect, test } from 'vitest'
import { cookieLines } from '../../../test/support/cookie-lines.ts'
import { DIALECTS } from './dialect.ts'
import { headerLine } from './octets.ts'
import { parseSetCookie } from './parse.ts'
import type { ParsedCookie } from './parsed-cookie.ts'

/** What all parsers can tell of a line. Null where the whole line is dropped. */
interface Seen {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string
  readonly maxAge: number | null
  readonly expires: number | null
}
type Field = keyof Seen | 'whole'

const domainOf = (domain: string | null | undefined) => (domain ?? '').toLowerCase().replace(/^\./, '')
const pathOf = (path: string | null | undefined) => (path?.startsWith('/') === true ? path : '')
const ageOf = (seconds: number | null) => (seconds === null ? null : Math.min(Math.max(seconds, 0), 2 ** 40))

function ours(line: string): { readonly seen: Seen | null; readonly parsed: ParsedCookie } {
  const parsed = parseSetCookie(headerLine(line), DIALECTS.draft)
  const { name, value, domain, path, secure, httpOnly, sameSite, maxAge, expires } = parsed
  const age = ageOf(maxAge)
  const seen = {
    name,
    value,
    domain: domainOf(domain),
    path: pathOf(path),
    secure,
    httpOnly,
    sameSite,
    maxAge: age,
    expires,
  }
  return { seen: parsed.flaw === null ? seen : null, parsed }
}

function byTough(line: string): Seen | null {
  const found = Cookie.parse(line, { loose: true })
  if (found === undefined) return null
  const { key, value, domain, path, secure, httpOnly, sameSite, maxAge, expires } = found
  const age = ageOf(typeof maxAge === 'number' ? maxAge : maxAge === '-Infinity' ? 0 : null)
  return {
    name: key,
    value,
    domain: domain ?? '',
    path: pathOf(path),
    secure,
    httpOnly,
    sameSite: sameSite ?? 'unset',
    maxAge: age,
    expires: age === null && expires instanceof Date ? expires.getTime() : null,
  }
}

function byCookie(line: string): Seen | null {
  const found = parseByCookie(line, { decode: text => text })
  const age = ageOf(found.maxAge ?? null)
  return {
    name: found.name,
    value: found.value ?? '',
    domain: domainOf(found.domain),
    path: pathOf(found.path),
    secure: found.secure === true,
    httpOnly: found.httpOnly === true,
    sameSite: String(found.sameSite ?? 'unset'),
    maxAge: age,
    expires: age === null && found.expires !== undefined ? found.expires.getTime() : null,
  }
}

function bySetCookieParser(line: string): Seen | null {
  const found = parseString(line, { decodeValues: false, silent: true })
  if (found === null || found === undefined) return null
  const age = ageOf(found.maxAge ?? null)
  return {
    name: found.name,
    value: found.value,
    domain: domainOf(found.domain),
    path: pathOf(found.path),
    secure: found.secure === true,
    httpOnly: found.httpOnly === true,
    sameSite: found.sameSite?.toLowerCase() ?? 'unset',
    maxAge: age,
    expires: age === null && found.expires !== undefined ? found.expires.getTime() : null,
  }
}

/** A line that is read differently, in one field or as a whole. */
interface Difference {
  readonly line: string
  readonly parsed: ParsedCookie
  readonly field: Field
  readonly theirs: Seen | null
}

/** A reason for a difference, by which section of RFC 6265bis we read as we do. */
interface Reason {
  readonly name: string
  readonly explains: (difference: Difference) => boolean
}

const reason = (name: string, explains: Reason['explains']): Reason => ({ name, explains })

const CONTROLS = reason(
  'section 5.6: a control character anywhere spoils the line',
  ({ parsed, field }) => field === 'whole' && parsed.flaw === 'control-character',
)
const EMPTY = reason(
  'section 5.7: neither name nor value is no cookie',
  ({ parsed, field }) => field === 'whole' && parsed.flaw === 'empty-cookie',
)
const OTHER_BLANKS = reason(
  'section 5.6: only SP and HTAB are trimmed, not every blank of Unicode',
  ({ line, field, parsed }) =>
    line.includes('\xa0') && (field !== 'whole' || (parsed.name + parsed.value).trim() === ''),
)
const REPEATED = reason(
  'section 5.6: the last attribute of a kind counts, whatever it says',
  ({ parsed, field }) => parsed.repeated && field !== 'whole' && field !== 'name' && field !== 'value',
)
const SCRIPT_DATE = reason(
  'section 5.1.1: a cookie date is not what JavaScript takes for a date',
  ({ field, parsed, theirs }) => field === 'expires' && (parsed.expires === null || theirs?.expires === null),
)
const LONG = reason(
  'section 5.6: an attribute of more than 1024 bytes is ignored',
  ({ parsed, field }) => field !== 'whole' && parsed.ignored.length > 0,
)

interface Peer {
  readonly name: string
  readonly parse: (line: string) => Seen | null
  readonly reasons: readonly Reason[]
}

const PEERS: readonly Peer[] = [
  {
    name: 'tough-cookie',
    parse: byTough,
    reasons: [
      CONTROLS,
      EMPTY,
      OTHER_BLANKS,
      REPEATED,
      LONG,
      reason(
        'section 5.6: a TAB inside a name or a value may be there',
        ({ field, theirs, parsed }) => field === 'whole' && theirs === null && /\t/.test(parsed.name + parsed.value),
      ),
      reason(
        'section 5.6: behind a leading "=" all is value, further "=" too',
        ({ field, line }) => (field === 'name' || field === 'value') && /^[\s]*=[^;]*=/.test(line),
      ),
    ],
  },
  { name: 'cookie', parse: byCookie, reasons: [CONTROLS, EMPTY, REPEATED, SCRIPT_DATE, LONG] },
  {
    name: 'set-cookie-parser',
    parse: bySetCookieParser,
    reasons: [
      CONTROLS,
      OTHER_BLANKS,
      REPEATED,
      SCRIPT_DATE,
      LONG,
      reason(
        'section 5.6.7: a SameSite that is none of the three is as good as none',
        ({ field, parsed }) => field === 'sameSite' && parsed.sameSite === 'unset',
      ),
    ],
  },
]

function differing(mine: Seen | null, theirs: Seen | null): readonly Field[] {
  if (mine === null || theirs === null) return mine === theirs ? [] : ['whole']
  return (Object.keys(mine) as (keyof Seen)[]).filter(field => mine[field] !== theirs[field])
}

/** All differences over generated lines; the same lines in every run, so that a reason must be needed in all. */
function differencesOf({ parse }: Peer): readonly Difference[] {
  return fc.sample(cookieLines, { numRuns: 6000, seed: 20_261_122 }).flatMap(line => {
    const { seen, parsed } = ours(line)
    const theirs = parse(line)
    return differing(seen, theirs).map(field => ({ line, parsed, field, theirs }))
  })
}

describe.each(PEERS)('against $name', peer => {
  const differences = differencesOf(peer)

  test('every line that is read differently is so for a reason', () => {
    const unexplained = differences
      .filter(difference => !peer.reasons.some(({ explains }) => explains(difference)))
      .map(({ line, field, theirs }) => ({ line, field, ours: ours(line).seen, theirs }))
    expect(unexplained).toEqual([])
  })

  test.each(peer.reasons)('$name', ({ explains }) => {
    expect(differences.some(explains)).toBe(true)
  })

  test('lines as a server should send them are read alike', () => {
    const plain = ['a=1', 'sid=x; Path=/; Secure; HttpOnly; SameSite=Lax', 'a=1; Max-Age=5', 'a=1; Domain=b.example']
    for (const line of plain) expect(peer.parse(line)).toEqual(ours(line).seen)
  })
})
