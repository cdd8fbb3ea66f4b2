import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOctets } from '../../../test/support/cookie-lines.ts'
import { DIALECTS } from './dialect.ts'
import { HTTP_DATE_LENGTH, httpDate } from './http-date.ts'

const utc = (text: string) => Date.parse(text)
const DIALECT_IDS = ['draft', 'chromium', 'gecko', 'soup'] as const

describe('the usual form', () => {
  test('means the same to every browser', () => {
    const time = fc.date({ min: new Date('2000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(time, fc.boolean(), (when, dashes) => {
        const text = when.toUTCString().replace(/(\d\d) (\w{3}) (\d{4})/, dashes ? '$1-$2-$3' : '$1 $2 $3')
        fc.pre(text.length === HTTP_DATE_LENGTH)
        const expected = Math.floor(when.getTime() / 1000) * 1000
        for (const id of DIALECT_IDS) expect(DIALECTS[id].date(text)).toBe(expected)
        if (when.getUTCDate() <= 28) expect(httpDate(text, 0)).toBe(expected)
      }),
    )
  })

  test.each([
    'Feb, 01 Jan 2027 00:00:00 GMT',
    'Thu, 00 Jan 2027 00:00:00 GMT',
    'Thu, 01 Jan 2027 24:00:00 GMT',
    'Thu, 01-Jan 2027 00:00:00 GMT',
  ])('%s is not of it', text => expect(httpDate(text, 0)).toBeNull())
})

/** As seen in Chromium 156, Firefox 153 ESR and WebKitGTK 2.50; null: no date, the cookie ends with the session. */
describe('other forms: the draft, Chromium, Firefox, WebKitGTK', () => {
  const START = '2027-01-01T00:00:00Z'
  test.each([
    ['01 Jan 2027', null, null, START, null],
    ['Fri Jan  1 00:00:00 2027', START, START, START, START],
    [
      '1 Jan 27 10:00:00',
      '2027-01-01T10:00:00Z',
      '2027-01-01T10:00:00Z',
      '2027-01-01T10:00:00Z',
      '2027-01-01T10:00:00Z',
    ],
    ['"Thu, 01 Jan 2027 00:00:00 GMT"', START, START, START, null],
    ['Thu, 01-Jan-2027 00:00:00 GMT+0200', START, START, '2026-12-31T22:00:00Z', START],
    ['1 Jan 2027 00:00:00 +0200', START, START, '2026-12-31T22:00:00Z', '2026-12-31T22:00:00Z'],
    ['Thu, 31 Feb 2027 00:00:00 GMT', null, null, '2027-03-03T00:00:00Z', null],
    ['01/02/2027 10:00:00', null, null, '2027-01-02T10:00:00Z', null],
    ['Jan 1 2027 12:00 PM', null, null, '2027-01-01T11:59:44Z', null],
    ['2027-01-01T00:00:00Z', null, null, null, null],
    ['1 Jan 1500 10:00:00', null, '1500-01-01T10:00:00Z', '1500-01-01T10:00:00Z', '1500-01-01T10:00:00Z'],
    ['12th Jan 2027 10:00:00', '2027-01-12T10:00:00Z', null, null, null],
    ['1 Jan 2027 10:00:000', null, '2027-01-01T10:00:00Z', START, '2027-01-01T10:00:00Z'],
    ['tomorrow', null, null, null, null],
    ['0', null, null, null, null],
  ] as const)('%s', (text, ...expected) => {
    const found = DIALECT_IDS.map(id => DIALECTS[id].date(text))
    expect(found).toEqual(expected.map(one => (one === null ? null : utc(one))))
  })

  test.each([
    ['00', '2000'],
    ['69', '2069'],
    ['70', '1970'],
    ['99', '1999'],
  ])('a year %s is %s to all', (short, year) => {
    for (const id of DIALECT_IDS)
      expect(DIALECTS[id].date(`1 Jan ${short} 10:00:00`)).toBe(utc(`${year}-01-01T10:00:00Z`))
  })

  test.each([
    ['no day', 'Jan 2027 10:00:00'],
    ['no month', '1 2027 10:00:00'],
    ['no year', '1 Jan 10:00:00'],
    ['no time', '1 Jan 2027'],
    ['the day 0', '0 Jan 2027 10:00:00'],
    ['the day 32', '32 Jan 2027 10:00:00'],
    ['the hour 24', '1 Jan 2027 24:00:00'],
    ['the minute 60', '1 Jan 2027 10:60:00'],
    ['the second 60', '1 Jan 2027 10:00:60'],
  ])('with %s there is no date for the draft, Chromium and WebKitGTK', (_, text) => {
    for (const id of ['draft', 'chromium', 'soup'] as const) expect(DIALECTS[id].date(text)).toBeNull()
  })

  test('WebKitGTK passes over any word before the day', () => {
    for (const word of ['Abc', 'Zyx', 'abc', 'zyx'])
      expect(DIALECTS.soup.date(`${word}, 01 Jan 2027 10:00:00 GMT`)).toBe(utc('2027-01-01T10:00:00Z'))
  })

  test('the draft’s calendar begins in 1601', () => {
    expect(DIALECTS.draft.date('1 Jan 1600 10:00:00')).toBeNull()
    expect(DIALECTS.draft.date('1 Jan 1601 10:00:00')).toBe(utc('1601-01-01T10:00:00Z'))
  })

  test('Firefox reads dates in numbers, the year first where it can be no day', () => {
    const read = (text: string) => DIALECTS.gecko.date(`${text} 10:00:00`)
    expect(['95-06-05', '6/5/95', '5-13-1995', '13-5-1995'].map(read)).toEqual(
      ['1995-06-05', '1995-06-05', '1995-05-13', '1995-05-13'].map(day => utc(`${day}T10:00:00Z`)),
    )
    expect(['95-13-01', '95-06-32', '13-13-95', '32 Jan 2027'].map(read)).toEqual([null, null, null, null])
    expect(read('0 Jan 2027')).toBe(utc('2026-12-31T10:00:00Z'))
  })

  test('libsoup counts five hours for each American zone, from none', () => {
    const at = (zone: string) => DIALECTS.soup.date(`1 Jan 2027 10:00:00 ${zone}`)
    const hours = ['GMT', 'EST', 'EDT', 'CST', 'PST', '-07:30'].map(
      zone => ((at(zone) ?? 0) - utc('2027-01-01T10:00:00Z')) / 3_600_000,
    )
    expect(hours).toEqual([0, 0, -1, 5, 15, 7.5])
  })
})

test('whatever stands there gives a time or none', () => {
  fc.assert(
    fc.property(anyOctets, text => {
      for (const id of DIALECT_IDS) {
        const found = DIALECTS[id].date(text)
        if (found !== null) expect(Number.isFinite(found)).toBe(true)
      }
    }),
  )
})

test('a megabyte of anything is read at once', () => {
  for (const piece of ['1 ', 'jan ', '1:', '1-', '-', '+', ' ', '1', ':', '1/1/'])
    for (const id of DIALECT_IDS) DIALECTS[id].date(piece.repeat(1_000_000 / piece.length))
})

describe('ages', () => {
  test.each([
    ['86400', 86_400, 86_400, 86_400, 86_400],
    ['+86400', null, 86_400, null, 86_400],
    ['-1', -1, -1, Number.NEGATIVE_INFINITY, 0],
    ['-never', null, null, Number.NEGATIVE_INFINITY, null],
    ['-', null, null, Number.NEGATIVE_INFINITY, null],
    ['1d', null, null, null, null],
    ['', null, null, null, 0],
    ['99999999999999999999', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'session'],
    ['9223372036854775808', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'session'],
    ['99999999999999999999x', null, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, null],
    ['4294967295', 4_294_967_295, 4_294_967_295, 4_294_967_295, 'session'],
    ['4294967296', 4_294_967_296, 4_294_967_296, 4_294_967_296, 0],
    ['2147483648', 2_147_483_648, 2_147_483_648, 2_147_483_648, -2_147_483_648],
  ] as const)('Max-Age=%s: the draft %s, Chromium %s, Firefox %s, WebKitGTK %s', (text, ...expected) => {
    expect(DIALECT_IDS.map(id => DIALECTS[id].maxAge(text))).toEqual(expected)
  })

  test('a number of a million digits is read at once', () => {
    for (const digit of ['0', '9']) for (const id of DIALECT_IDS) DIALECTS[id].maxAge(digit.repeat(1_000_000))
  })
})
