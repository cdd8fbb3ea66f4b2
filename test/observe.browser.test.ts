import { beforeAll, describe, expect, test } from 'vitest'
import { BREACHES } from '../examples/shop/breaches/index.ts'
import { openShop, shopPolicy, type Variant } from '../examples/shop/shop.ts'
import { type Finding, type SiteObservation, STATES } from '../src/model/index.ts'
import { observeSite } from '../src/observe/index.ts'
import { findDifferences } from '../src/report/index.ts'
import { chromiumPath } from './support/chromium.ts'

/** Each kind of page once. */
const PAGES = ['en/good/linden-honey', 'en/basket', 'en/checkout', 'en/login', 'en/help', 'language/bg']
const SHOP = 'https://shop.example/'

/** Whom Chromium calls on its own account; behind the proxy nobody answers. */
const BROWSERS_OWN = /\.(?:google|googleapis)\.com$/

interface Looked {
  readonly site: SiteObservation
  readonly findings: readonly Finding[]
}

async function look(variant: Variant): Promise<Looked> {
  const shop = await openShop(variant)
  try {
    const site = await observeSite({
      url: SHOP,
      from: PAGES.map(page => SHOP + page),
      looking: { env: process.env, proxy: shop.proxy, insecure: true, ownPagesOnly: true },
      delay: 0,
    })
    const strangers = [...shop.outside.keys()].filter(host => !BROWSERS_OWN.test(host))
    expect(strangers, 'nothing is asked of anybody else').toEqual([])
    const { policy, locate } = shopPolicy()
    return { site, findings: findDifferences(policy, site, locate) }
  } finally {
    await shop.close()
  }
}

interface Told {
  readonly code: string
  readonly subject: string
  readonly states: readonly string[]
}

const inWords = (list: readonly Told[]) =>
  list.map(({ code, subject, states }) => `${code}: ${subject}, ${states.join(' ') || 'no state'}`).sort()

const told = ({ findings }: Looked) =>
  inWords(findings.map(({ issue, subject, states }) => ({ code: issue.code, subject, states })))

describe.skipIf(chromiumPath === undefined)('looking at a whole shop (needs a Chromium)', () => {
  let kept: Looked
  let broken: Looked
  beforeAll(async () => {
    kept = await look('kept')
    broken = await look('broken')
  }, 400_000)

  test('every state of both is seen, by the notice that asks', () => {
    for (const { site } of [kept, broken]) {
      expect(STATES.filter(state => site.states[state] !== 'seen')).toEqual([])
      const choices = site.observations.filter(seen => seen.kind === 'choice')
      expect(choices.map(({ state, act, effect }) => `${state}: ${act} ${effect}`)).toEqual([
        'accepted: accept proven',
        'refused: refuse proven',
        'withdrawn: accept proven',
        'withdrawn: withdraw proven',
      ])
    }
  })

  test('nothing is found of the shop that keeps its word', () => {
    expect(told(kept)).toEqual([])
  })

  test('every breach of the other is found, and nothing else', () => {
    expect(told(broken)).toEqual(inWords(BREACHES.flatMap(({ found }) => found)))
  })

  test('every finding has its evidence and a line of the declaration', () => {
    for (const { issue, evidence, states } of broken.findings) {
      expect(issue.at?.line, issue.code).toBeGreaterThan(1)
      expect(evidence.length > 0, issue.code).toBe(states.length > 0)
    }
  })

  test('it is told who set what', () => {
    const setBy = (name: string) =>
      broken.site.observations.find(seen => seen.kind === 'cookie' && seen.name === name && !seen.earlier)
    expect(setBy('_trk')).toMatchObject({
      via: 'header',
      party: 'first',
      source: expect.stringMatching(/^https:\/\/shop\.example\//),
    })
    expect(setBy('_fp')).toMatchObject({ via: 'script', source: expect.stringMatching(/^https:\/\/shop\.example\//) })
    expect(setBy('aid')).toMatchObject({ via: 'header', party: 'third', host: 'ads.example' })
    expect(setBy('session')).toMatchObject({ secure: false, httpOnly: false, sameSite: null, lifetime: 'session' })
  })
})
