import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAnswer } from '../examples/shop/answer.ts'
import { HOST_NAMES } from '../examples/shop/hosts.ts'
import { DECLARATION } from '../examples/shop/shop.ts'
import { compile } from '../src/compile/index.ts'
import { declare } from '../src/declare/index.ts'
import { STATES, type State } from '../src/model/index.ts'
import { observeSite } from '../src/observe/index.ts'
import { findDifferences } from '../src/report/index.ts'
import { openAllSites, type SiteRequest, type SiteResponse } from '../src/sites/index.ts'
import { type CandorProcess, hasCommand, startCandor } from './support/candor-process.ts'
import { askedAt, CARELESS, carelessShop, listenerOf } from './support/careless-shop.ts'
import { chromiumPath } from './support/chromium.ts'
import { type Behind, startSite } from './support/gateway.ts'

/** Where something declared is kept that other pages do not keep. */
const PAGES = ['en/basket', 'en/checkout', 'en/good/linden-honey', 'en/help', 'en/login', 'language/bg']

/** The shop's declaration, but that Candor asks: the shop has no page of choices, and no cookie for them. */
const declaration = readFileSync(DECLARATION, 'utf8')
  .replace('choices: /en/choices', 'choices: /candor/choices')
  .replace(/ {2}- name: choice\n(?: {4}.*\n)+/, '')

function declared() {
  const read = declare(declaration)
  if (!read.ok) throw new Error(read.issues.map(({ code }) => code).join(', '))
  const { declaration: said, locate } = read.value
  const compiled = compile(said, locate)
  if (!compiled.ok) throw new Error(compiled.issues.map(({ code }) => code).join(', '))
  return { policy: compiled.value, locate }
}

const { policy, locate } = declared()
const partners = createAnswer(policy, [])

/** Looks at the shop in a real browser, whoever answers for it, and tells where it breaks its word. */
async function look(shop: (request: SiteRequest) => Promise<SiteResponse>, states: readonly State[]) {
  const sites = await openAllSites({
    hosts: HOST_NAMES,
    answer: request => (request.url.origin === CARELESS ? shop(request) : partners(request)),
  })
  try {
    const site = await observeSite({
      url: `${CARELESS}/`,
      from: PAGES.map(page => `${CARELESS}/${page}`),
      states,
      looking: { env: process.env, proxy: sites.proxy, insecure: true, ownPagesOnly: true },
      delay: 0,
    })
    const findings = findDifferences(policy, site, locate)
    return { site, told: findings.map(({ issue, subject }) => `${issue.code}: ${subject}`).sort() }
  } finally {
    await sites.close()
  }
}

describe.skipIf(chromiumPath === undefined || !hasCommand)('a shop that heeds nobody (needs a Chromium)', () => {
  let behind: Behind
  let gateway: CandorProcess
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-careless-'))
    writeFileSync(join(folder, 'candor.yaml'), declaration)
    behind = await startSite(listenerOf(carelessShop(policy)))
    const words = ['gateway', '--to', behind.url.origin, '--port', '0', '--trust-proxy']
    gateway = startCandor(words, { cwd: folder, env: { DATABASE_URL: '' } })
  })
  afterAll(async () => {
    await gateway?.end()
    behind?.server.closeAllConnections()
    behind?.server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('breaks its word to everybody', async () => {
    const { told } = await look(carelessShop(policy), ['before', 'gpc'])
    expect(told).toEqual(
      expect.arrayContaining([
        'cookie-before-consent: cookie _seen',
        'cookie-before-consent: cookie _visit',
        'gpc-ignored: cookie _ad',
        'gpc-ignored: recipient ads.example',
        'recipient-before-consent: recipient stats.example',
        'storage-before-consent: storage local stats.queue',
      ]),
    )
  })

  test('keeps it behind the gateway, in every state', async () => {
    const { site, told } = await look(askedAt(await gateway.url()), STATES)
    expect(STATES.filter(state => site.states[state] !== 'seen')).toEqual([])
    const choices = site.observations.flatMap(seen =>
      seen.kind === 'choice' ? [`${seen.state}: ${seen.act} ${seen.effect}`] : [],
    )
    expect(choices).toEqual([
      'accepted: accept proven',
      'refused: refuse proven',
      'withdrawn: accept proven',
      'withdrawn: withdraw proven',
    ])
    expect(told).toEqual([])
  })
})
