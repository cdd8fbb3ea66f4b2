import { expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader } from '../../../test/support/door-policy.ts'
import { createDoor } from '../door/index.ts'
import { createConsent } from './create-consent.ts'

const policy = askingPolicy()

/** A counter of the site that has asked nobody yet. */
function asking() {
  const door = createDoor(policy)
  const consent = createConsent({ policy, door })
  return (cookie: string | null, url = 'https://shop.example/a') => {
    const visitor = door.visitor(cookie, null)
    return consent.notice(visitor, { language: 'en', url }) ?? consent.reopener(visitor, { language: 'en', url })
  }
}

test('what is long in a piece is the very same on all pages, and comes back to each of them', () => {
  const pieceFor = asking()
  const [one, other] = [pieceFor(null), pieceFor(null, 'https://shop.example/b?c="d')]
  expect(one?.html).toBe(one?.parts.join(''))
  expect(other?.parts[0]).toBe(one?.parts[0])
  expect(other?.parts[2]).toBe(one?.parts[2])
  expect(one?.html).toContain('name="return" value="/a"')
  expect(other?.html).toContain('name="return" value="/b?c=%22d"')
})

test('a visitor whose cookie was tampered with does not decide what others are shown', () => {
  const good = cookieHeader(choiceOf(policy, { statistics: 'granted', advertising: 'refused' }))
  const tampered = good.replace(/\d{4}-/, 'year-')
  const fresh = asking()(good)
  const pieceFor = asking()
  pieceFor(good)
  expect(pieceFor(tampered)?.html).toContain('candor-bar')
  expect(pieceFor(good)).toEqual(fresh)
  expect(fresh?.html).not.toContain('id="candor-bar"')
})

test('a nonce is for one answer only', () => {
  const door = createDoor(policy)
  const consent = createConsent({ policy, door })
  const withNonce = (nonce: string) =>
    consent.notice(door.visitor(null, null), { language: 'en', url: 'https://shop.example/', nonce })
  expect(withNonce('aaa')?.html).toContain('nonce="aaa"')
  expect(withNonce('bbb')?.html).not.toContain('aaa')
})
