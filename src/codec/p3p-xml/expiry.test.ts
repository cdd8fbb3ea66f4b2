import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiresAt, lifetimeOf, parseHttpDate } from './index.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const DAY = 86_400_000
const until = (maxAge: string | null, date: string | null = null, age = 0) =>
  expiresAt({ maxAge, date }, { fetchedAt: NOON, age })

test('2.3.2.3.1: without EXPIRY a file lasts a day', () => {
  expect(expiresAt(null, { fetchedAt: NOON })).toBe(NOON + DAY)
})

test('2.3.2.3.2: max-age counts from the fetching, at least a day, less what caches took', () => {
  expect(until('172800')).toBe(NOON + 2 * DAY)
  expect(until('60')).toBe(NOON + DAY)
  expect(until('172800', null, 3600)).toBe(NOON + 2 * DAY - 3_600_000)
})

test('2.3.2.3.2: a date is that date; with both, max-age counts', () => {
  const date = 'Sun, 22 Nov 2026 12:00:00 GMT'
  expect(until(null, date)).toBe(NOON)
  expect(until('172800', date)).toBe(NOON + 2 * DAY)
})

test.each([
  ['', null],
  ['-1', null],
  ['1e9', null],
  ['soon', null],
  [null, 'tomorrow'],
  [null, null],
  [null, 'Sun, 31 Feb 2026 12:00:00 GMT'],
  [null, 'Sun, 22 Nov 2026 25:00:00 GMT'],
  [null, 'Sun, 22 Nov 2026 12:00:00'],
])('2.3.2.3.2: max-age %j and date %j are malformed: the file counts as not there', (maxAge, date) => {
  expect(lifetimeOf({ maxAge, date })).toBeUndefined()
  expect(until(maxAge, date)).toBeUndefined()
})

test('the three dates of HTTP are read', () => {
  const time = Date.UTC(1994, 10, 6, 8, 49, 37)
  expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(time)
  expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(time)
  expect(parseHttpDate('Sun Nov  6 08:49:37 1994')).toBe(time)
})

test('every date that is written as HTTP writes it is read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(Date.UTC(2199, 0)), noInvalidDate: true }), date => {
      expect(parseHttpDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }),
  )
  fc.assert(fc.property(fc.string(), text => parseHttpDate(text) === undefined || text.length > 20))
})
