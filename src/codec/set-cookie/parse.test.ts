import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOctets, cookieLines, tidyLines } from '../../../test/support/cookie-lines.ts'
import { amendSetCookie } from './amend.ts'
import { DIALECTS } from './dialect.ts'
import { headerLine, scriptLine } from './octets.ts'
import { parseSetCookie } from './parse.ts'

const read = (line: string, dialect: keyof typeof DIALECTS = 'draft') =>
  parseSetCookie(headerLine(line), DIALECTS[dialect])

const EVERY = Object.values(DIALECTS)
const LINES = fc.oneof(cookieLines, tidyLines, anyOctets)

describe('any line', () => {
  test('is read by every dialect, and keeps name and value as octets of the line', () => {
    fc.assert(
      fc.property(LINES, line => {
        for (const dialect of EVERY) {
          const { name, value } = parseSetCookie(headerLine(line), dialect)
          expect(line).toContain(name)
          expect(line).toContain(value)
        }
      }),
    )
  })

  test('that is said to be read alike by all is', () => {
    let alike = 0
    fc.assert(
      fc.property(LINES, line => {
        if (!read(line).common) return
        alike++
        const { common: _, ...draft } = read(line)
        for (const dialect of EVERY) {
          const { common, ...found } = parseSetCookie(headerLine(line), dialect)
          expect(found, dialect.id).toEqual(draft)
        }
      }),
      { numRuns: 8000 },
    )
    expect(alike).toBeGreaterThan(500)
  })

  test('takes time by its length alone: a megabyte of the same piece is read at once', () => {
    for (const piece of [
      ';',
      '=',
      ',',
      ' ',
      '\t',
      'a',
      '"',
      ';=',
      ';a',
      ';a=',
      ';Path=/',
      ';Expires=1',
      'Max-Age=',
      '0',
      '\xff',
      '\x01',
    ])
      for (const start of ['', 'a=1; Max-Age=', 'a=1; Expires=', 'a=1; Domain='])
        for (const dialect of EVERY) parseSetCookie(headerLine(start + piece.repeat(1_000_000 / piece.length)), dialect)
  })
})

describe('a line by the book', () => {
  test('gives all its attributes, in any case, in every dialect', () => {
    const line =
      '__Host-id=a=b; path=/x; DOMAIN=.Shop.example; Expires=Wed, 21 Oct 2027 07:28:00 GMT; secure; HTTPONLY; SameSite=lax; Partitioned; Priority=High'
    for (const dialect of EVERY)
      expect(parseSetCookie(headerLine(line), dialect)).toMatchObject({
        name: '__Host-id',
        value: 'a=b',
        path: '/x',
        domain: '.Shop.example',
        expires: Date.UTC(2027, 9, 21, 7, 28),
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        partitioned: true,
        priority: 'high',
        flaw: null,
      })
  })

  test('is common, and one that browsers read in different ways is not', () => {
    expect(read('a=1; Path=/; Max-Age=86400; Secure; SameSite=None').common).toBe(true)
    for (const line of [
      '=a',
      'word',
      'a=1; Max-Age=+5',
      'a=1; Expires=01 Jan 2027',
      'a=\t1',
      'a,b=1',
      'a=1; Max-Age=5; Expires=never',
      'a=1; Max-Age=',
      'a=1; Max-Age=5; Expires=',
    ])
      expect(read(line).common).toBe(false)
  })
})

describe('where dialects part', () => {
  test.each([
    ['word', ['', 'word'], ['', 'word'], ['word', ''], ['', 'word']],
    ['=v', ['', 'v'], ['', 'v'], null, ['', 'v']],
    ['=a=b', ['', 'a=b'], null, null, ['', 'a=b']],
    ['a=x\ty', ['a', 'x\ty'], null, ['a', 'x\ty'], ['a', 'x']],
    ['a=x\x01y', null, null, null, ['a', 'x']],
    ['a=\xc3\xa9', ['a', '\xc3\xa9'], ['a', '\xc3\xa9'], ['a', '\xc3\xa9'], ['a', '']],
    ['a,b=1', ['a,b', '1'], ['a,b', '1'], ['a,b', '1'], ['', 'a,b=1']],
    ['a=1; x=\x01', null, null, null, ['a', '1']],
    ['=', null, null, null, null],
  ] as const)('%j: draft, Chromium, Gecko, libsoup', (line, ...expected) => {
    for (const [at, dialect] of EVERY.entries()) {
      const { name, value, flaw } = parseSetCookie(headerLine(line), dialect)
      expect(flaw === null ? [name, value] : null, dialect.id).toEqual(expected[at])
    }
  })

  test('libsoup reads nothing behind a comma in an attribute’s name', () => {
    expect(read('a=1; Secure, HttpOnly; Path=/', 'soup')).toMatchObject({ secure: true, httpOnly: false, path: '' })
    expect(read('a=1; Secure, HttpOnly; Path=/', 'chromium')).toMatchObject({ secure: false, path: '/' })
  })

  test.each([
    ['at a control character', 'a=x y; Path=/x\x01; Secure', { value: 'x y', path: '/x', secure: false }],
    ['at an octet that is not ASCII', 'a=x y\xff; Secure', { value: 'x y', secure: false }],
    ['not at a TAB before a word', 'a=\t1;\tPath=\t/x', { value: '1', path: '/x' }],
    ['at a TAB within a value', 'a=b=\tc; Secure', { value: 'b=', secure: false }],
    ['at a TAB behind a name', 'a=1; Max-Age\t=5', { value: '1', maxAge: null }],
  ])('libsoup stops reading %s', (_, line, wanted) => {
    expect(read(line, 'soup')).toMatchObject({ name: 'a', flaw: null, ...wanted })
  })

  test('an empty Domain takes an earlier one back', () => {
    const line = 'a=1; Domain=b.example; Domain='
    expect(EVERY.map(dialect => parseSetCookie(headerLine(line), dialect).domain)).toEqual(['', '', '', ''])
  })

  test('attributes of more than 1024 bytes are left out, and named', () => {
    const line = `a=1; Path=/${'x'.repeat(1024)}`
    expect(read(line)).toMatchObject({ path: '', ignored: ['Path'] })
    expect(read(line, 'soup').path).toHaveLength(1025)
  })
})

describe('octets', () => {
  test('a script’s text is UTF-8, a header’s is what it is', () => {
    expect(scriptLine('a=é').octets).toBe('a=\xc3\xa9')
    expect(headerLine('a=é').octets).toBe('a=\xe9')
    expect(headerLine('a=€').octets).toBe('a=\xe2\x82\xac')
    expect(scriptLine(`a=${'ю'.repeat(5000)}`).octets).toHaveLength(10_002)
  })
})

describe('amendSetCookie', () => {
  test('writes, replaces and takes out attributes, and leaves the rest as it is', () => {
    const line = 'a=1;Path=/x;  SameSite=Lax; secure'
    expect(
      amendSetCookie(line, {
        write: [
          ['SameSite', 'None'],
          ['Secure', null],
        ],
      }),
    ).toBe('a=1; Path=/x; SameSite=None; Secure')
    expect(amendSetCookie(line, { drop: ['path'] })).toBe('a=1; SameSite=Lax; secure')
  })

  test('never touches name and value', () => {
    fc.assert(
      fc.property(cookieLines, line => {
        const amended = amendSetCookie(line, { write: [['Secure', null]], drop: ['Domain'] })
        const [before, after] = [read(line), read(amended)]
        if (before.flaw === null)
          expect([after.name, after.value, after.secure]).toEqual([before.name, before.value, true])
      }),
    )
  })
})
