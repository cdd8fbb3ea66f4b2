import { expect, test } from 'vitest'
import type { CookieAnswer, CookieCase } from '../model/index.ts'
import { compare } from './compare.ts'
import type { SeenAnswer } from './run/index.ts'

const page = { url: 'https://a.com/', top: 'https://a.com/', ancestors: [], navigation: true, method: 'GET' }
const asked: CookieCase = {
  id: 'c1',
  agent: 'chrome',
  now: '2026-11-22T12:00:00Z',
  set: { via: 'header', ...page },
  cookie: 'c1=1; Max-Age=86400',
  ask: [{ id: 'back', ...page, initiator: null, ageSeconds: 1 }],
}
const seen: SeenAnswer = { id: 'c1', stored: true, kept: { partition: null, expires: 1 }, sent: { back: true } }
const judged: CookieAnswer = {
  id: 'c1',
  stored: true,
  partition: null,
  expires: 1,
  rule: 'kept',
  sent: { back: true },
}

const fields = (agreement: string, points: readonly { field: string; agreement: string }[]) =>
  points.filter(point => point.agreement === agreement).map(point => point.field)

test('a case agrees when everything that can be compared agrees', () => {
  const { agreement, points } = compare(asked, seen, judged)
  expect(agreement).toBe('agrees')
  expect(points.map(point => point.field)).toEqual(['stored', 'partition', 'expires', 'sent.back'])
})

test('lifetimes agree within the time a response takes', () => {
  expect(compare(asked, { ...seen, kept: { partition: null, expires: 1.0005 } }, judged).agreement).toBe('agrees')
  expect(compare(asked, { ...seen, kept: { partition: null, expires: 1.01 } }, judged).agreement).toBe('differs')
  expect(compare(asked, { ...seen, kept: { partition: null, expires: 'session' } }, judged).agreement).toBe('differs')
})

test('every difference is named with both answers', () => {
  const { agreement, points } = compare(asked, { ...seen, sent: { back: false } }, judged)
  expect(agreement).toBe('differs')
  expect(points.find(point => point.agreement === 'differs')).toEqual({
    field: 'sent.back',
    seen: false,
    judged: true,
    agreement: 'differs',
  })
  expect(compare(asked, { ...seen, kept: { partition: 'https://a.com', expires: 1 } }, judged).agreement).toBe(
    'differs',
  )
})

test('what the judge does not know, or the browser does not show, is no agreement', () => {
  const unknown = compare(asked, seen, { ...judged, sent: { back: null } })
  expect(unknown.agreement).toBe('not-known')
  expect(fields('not-known', unknown.points)).toEqual(['sent.back'])
  const unseen = compare(asked, { ...seen, kept: null, sent: { back: null } }, judged)
  expect(unseen.agreement).toBe('not-seen')
  expect(fields('agrees', unseen.points)).toEqual(['stored'])
})

test('a difference is not hidden by what is not known beside it', () => {
  expect(compare(asked, { ...seen, stored: false, kept: null }, { ...judged, sent: { back: null } }).agreement).toBe(
    'differs',
  )
})
