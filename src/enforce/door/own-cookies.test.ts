import { describe, expect, test } from 'vitest'
import { askingPolicy, choiceOf, cookieHeader } from '../../../test/support/door-policy.ts'
import { encodeChoice } from '../../codec/choice/index.ts'
import { createConsent } from '../consent/index.ts'
import { createDoor, withDoor } from '../edge.ts'
import type { DoorMode } from './index.ts'

const policy = askingPolicy()
const everything = encodeChoice(choiceOf(policy, { statistics: 'granted', advertising: 'granted', tips: 'granted' }))
const AT = { host: 'shop.example', path: '/', https: true }

/** What leaves of lines that the site itself made. */
function leaving(setCookies: readonly string[], mode: DoorMode = 'enforce') {
  const door = createDoor(policy, { mode })
  return door.leave(door.visitor(null, null), { ...AT, setCookies })
}

describe('no site gives or takes a choice in its visitor’s place', () => {
  test.each([
    `__Host-candor=${everything}; Path=/; Secure`,
    `candor=${everything}; Path=/`,
    ` \t__Host-candor =${everything}; Path=/; Secure`,
    `=__Host-candor=${everything}; Path=/; Secure`,
    `= candor=${everything}`,
    '__host-CANDOR=x',
    '__Host-candor',
    '__Host-candor; Path=/',
    '__Host-candor=; Max-Age=0; Path=/; Secure',
    'candor-leaving=a.9; Path=/',
    '__Host-candor-leaving=a.9; Path=/; Secure',
  ])('%s', line => {
    for (const mode of ['enforce', 'report'] as const) {
      const { setCookies, decisions } = leaving([line, 'basket=1'], mode)
      expect(setCookies).toEqual(['basket=1'])
      expect(decisions[0]).toMatchObject({ action: 'stopped', reason: 'cookie-forged', mode: 'enforce' })
    }
  })

  test.each(['__Host-candor-x=1', 'candors=1', 'x=__Host-candor=1'])('other names are others: %s', line => {
    expect(leaving([line]).decisions[0]?.reason).toBe('cookie-undeclared')
  })

  test('a line that Candor made does not open the way for one that only looks like it', () => {
    const door = createDoor(policy)
    const visitor = door.visitor(null, null)
    const own = door.vouch(`__Host-candor=${everything}; Path=/; Secure`)
    const setCookies = [own, own.replace('1/', '1/x'), own.replace('Path=/', 'Path=/;')]
    expect(door.leave(visitor, { ...AT, setCookies }).setCookies).toEqual([own])
  })

  test('of lines never sent only so many are remembered', () => {
    const door = createDoor(policy)
    const lines = Array.from({ length: 3000 }, (_, n) => door.vouch(`__Host-candor=${n}; Path=/; Secure`))
    const { setCookies } = door.leave(door.visitor(null, null), { ...AT, setCookies: lines })
    expect(setCookies).toHaveLength(1024)
    expect(setCookies.at(-1)).toBe(lines.at(-1))
  })
})

describe('behind its own door, an application whose routes are Candor’s', () => {
  const door = createDoor(policy)
  const consent = createConsent({ policy, door })
  const handler = withDoor(door, async (request: Request): Promise<Response> => {
    const own = await consent.routes(request)
    if (own !== null) return own
    return new Response('ok', { headers: { 'Set-Cookie': `__Host-candor=${everything}; Path=/; Secure` } })
  })

  test('takes choices, and takes cookies back', async () => {
    const cookie = cookieHeader(choiceOf(policy, { statistics: 'granted' }), '_stats=1')
    const request = new Request('https://shop.example/candor/choices', {
      method: 'POST',
      headers: { Origin: 'https://shop.example', Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'choice=refuse',
    })
    const lines = (await handler(request)).headers.getSetCookie()
    expect(lines.some(line => /^__Host-candor=1\/.*statistics=r/.test(line))).toBe(true)
    expect(lines.some(line => line.startsWith('__Host-candor-leaving='))).toBe(true)
    expect(lines.some(line => line.startsWith('_stats=; Max-Age=0'))).toBe(true)
  })

  test('does not make them itself', async () => {
    const answer = await handler(new Request('https://shop.example/'))
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(door.stats().counts.some(({ reason }) => reason === 'cookie-forged')).toBe(true)
  })
})
