import { expect, test } from 'vitest'
import { SITE, siteSeen } from '../../test/support/observations.ts'
import { policyOf, SOUND } from '../../test/support/policy-of.ts'
import { type GapObservation, type Observation, STATES, type State } from '../model/index.ts'
import { makeReport } from './report.ts'
import { sayLooked, sayVerdict } from './say.ts'
import { sayUnseen, sayUnseenPages } from './say-unseen.ts'

const gap = (state: State, change: Partial<GapObservation>): Observation => ({
  kind: 'gap',
  state,
  engine: 'chromium',
  page: SITE,
  what: 'choice',
  why: 'failed',
  detail: null,
  more: null,
  ...change,
})

const site = (...gaps: readonly Observation[]) => {
  const states = Object.fromEntries(gaps.map(({ state }) => [state, 'could-not-look'])) as Record<
    State,
    'could-not-look'
  >
  return siteSeen(gaps, { states: { ...siteSeen([]).states, ...states } })
}

test('why a script failed is said in its own words, in the reader’s language', () => {
  const failed = site(gap('refused', { detail: 'failed: page.press is not a function' }))
  expect(sayUnseen(failed, 'en')).toEqual(['Not seen: after a no (the script failed: page.press is not a function).'])
  expect(sayUnseen(failed, 'bg').join()).toContain('скриптът не успя: page.press is not a function')
  const missing = site(gap('refused', { detail: 'not-found: #no-thanks' }))
  expect(sayUnseen(missing, 'en').join()).toContain('nothing on the page fits #no-thanks')
})

test('states that failed of the same are told together, others apart', () => {
  const lines = sayUnseen(
    site(
      gap('accepted', { why: 'not-found', detail: 'no-notice' }),
      gap('refused', { why: 'not-found', detail: 'no-notice' }),
      gap('withdrawn', { detail: 'nothing-changed' }),
      gap('gpc', { what: 'page', why: 'engine-cannot', detail: 'WebKitGTK has no Global Privacy Control' }),
    ),
    'en',
  )
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/yes.*no.*\(no notice was found that asks\)/)
  expect(lines[2]).toContain('this browser does not tell: WebKitGTK has no Global Privacy Control')
})

test('a long reason is cut, and none can move the cursor or begin a line', () => {
  const [line = ''] = sayUnseen(site(gap('refused', { detail: `failed: \u001b[2Jone\ntwo ${'x'.repeat(5000)}` })), 'en')
  expect(line.length).toBeLessThan(300)
  expect(line).toContain('one two')
  expect(line).not.toMatch(/[\u0000-\u001f]/)
})

test('where nothing tells why, that is no reason to be silent', () => {
  const unknown = siteSeen([], { states: { ...siteSeen([]).states, refused: 'could-not-look' } })
  expect(sayUnseen(unknown, 'en').join()).toContain('it failed')
})

const NOWHERE = Object.fromEntries(STATES.map(state => [state, 'could-not-look'])) as Record<State, 'could-not-look'>

test('where the first state already failed, the others failed of the same', () => {
  const away = siteSeen([gap('before', { what: 'page', why: 'network', detail: 'net::ERR_X' })], { states: NOWHERE })
  const [line = '', ...others] = sayUnseen(away, 'en')
  expect(others).toEqual([])
  expect(line).toMatch(/^Not seen: before a choice, after a yes, .* \(the network failed: net::ERR_X\)\.$/)
})

test('a browser that is not there is to be installed, not to be blamed for what it does not tell', () => {
  const missing = gap('before', { what: 'page', why: 'engine-cannot', detail: 'not found: chromium (CHROMIUM_PATH)' })
  const [line = ''] = sayUnseen(siteSeen([missing], { states: { before: 'could-not-look' } }), 'en')
  expect(line).toContain('not installed on this machine: chromium (CHROMIUM_PATH); install it')
  expect(line).not.toContain('does not tell')
})

test('pages that did not come are told, also where others of the state did', () => {
  const failed = gap('before', { what: 'page', why: 'network', detail: 'net::ERR_X' })
  const alone = gap('before', { what: 'page', why: 'robots', detail: `${SITE}a`, more: 2 })
  const lines = sayUnseenPages(siteSeen([failed, { ...failed, state: 'gpc' }, alone]), 'en')
  expect(lines).toEqual([
    'Not seen, or not wholly: 1 page (the network failed: net::ERR_X).',
    `Not seen, or not wholly: 3 pages (the site asks not to: ${SITE}a).`,
  ])
  expect(sayUnseenPages(siteSeen([failed], { states: NOWHERE }), 'en')).toEqual([])
})

test('what nobody has seen is not praised', () => {
  const all = makeReport({
    sites: [siteSeen([gap('refused', { detail: 'failed: no' })], { states: NOWHERE, pages: [] })],
    declared: { file: 'candor.yaml', policy: policyOf(SOUND) },
    today: '2026-11-22T12:00:00Z',
  })
  const [one] = all.sites
  if (one === undefined) throw new Error('no site')
  expect(sayVerdict(one, all, 'en')).toBe(`Nothing was seen of ${SITE}, so nothing can be said of it.`)
  expect(sayLooked(one, 'en').join('\n')).toContain('the script failed: no')
  expect(sayLooked(one, 'en').join('\n')).not.toContain('0 pages')
})
