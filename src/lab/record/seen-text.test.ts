import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CookieQuestion } from '../../model/index.ts'
import type { SeenAnswer } from '../run/index.ts'
import { decodeSeen, encodeSeen } from './seen-text.ts'

const ask = ['typed', 'link', 'own-fetch-through'].map(
  (id): CookieQuestion => ({
    id,
    url: 'https://a.com/',
    top: 'https://a.com/',
    ancestors: [],
    navigation: true,
    method: 'GET',
    initiator: null,
    ageSeconds: 1,
  }),
)

const fact = fc.constantFrom(true, false, null)
const seen: fc.Arbitrary<SeenAnswer> = fc.record({
  id: fc.constant('x'),
  stored: fact,
  kept: fc.option(
    fc.record({
      partition: fc.constantFrom(null, 'https://a.com', 'http://localhost'),
      expires: fc.oneof(
        fc.constant('session' as const),
        fc.integer({ min: 0, max: 4_000_000 }).map(count => count / 1000),
      ),
    }),
  ),
  sent: fc.record({ typed: fact, link: fact, 'own-fetch-through': fact }),
})

test('what was seen is the same when it is read back', () => {
  fc.assert(
    fc.property(seen, answer => {
      expect(decodeSeen(encodeSeen(answer), 'x', ask)).toEqual(answer)
    }),
  )
})

test('it reads as a sentence', () => {
  const kept = { partition: 'https://b.com', expires: 400 }
  const sent = { typed: true, link: null, 'own-fetch-through': true }
  expect(encodeSeen({ id: 'x', stored: true, kept, sent })).toBe(
    'kept in https://b.com 400 d -> typed own-fetch-through ?? link',
  )
})

test('other words are none', () => {
  for (const text of ['', 'perhaps', 'kept for ever', 'refused ->']) expect(decodeSeen(text, 'x', ask)).toBeNull()
})
