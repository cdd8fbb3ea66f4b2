import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choiceSeen,
  cookieSeen,
  fieldSeen,
  fileSeen,
  headerSeen,
  requestSeen,
  SITE,
  siteSeen,
  storageSeen,
} from '../../../test/support/observations.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { compactHeaderOf, compile } from '../../compile/index.ts'
import { type DeclarationInput, declare } from '../../declare/index.ts'
import { sayIssue } from '../../messages/index.ts'
import { type Finding, type Observation, type SiteObservation, STATES } from '../../model/index.ts'
import { findDifferences } from './find-differences.ts'

const PRACTICE: DeclarationInput['practices'][string] = {
  data: [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'state'] }],
  purposes: 'current',
  recipients: 'ours',
  retention: { rule: 'stated-purpose', period: '3 years' },
}

/** A shop that asks before it counts, advertises until somebody objects, and has a chat. */
const POLICY = policyOf({
  ...SOUND,
  practices: {
    shop: PRACTICE,
    counts: {
      ...PRACTICE,
      purposes: 'pseudo-analysis',
      recipients: { ours: 'always', 'other-recipient': { hosts: ['*.counts.example'] } },
      basis: 'consent',
    },
    tastes: { ...PRACTICE, purposes: 'tailoring', basis: 'consent' },
    offers: {
      ...PRACTICE,
      purposes: { 'pseudo-decision': 'opt-out' },
      recipients: { ours: 'always', unrelated: { choice: 'opt-out', hosts: ['ads.example'] } },
    },
  },
  cookies: [
    { name: 'basket', lifetime: '30 days', practice: 'shop' },
    { name: '_count', lifetime: '1 year', practice: 'counts' },
    { name: 'taste', lifetime: '1 year', practice: 'tastes' },
    { name: 'ad', host: '.ads.example', lifetime: '90 days', practice: 'offers', party: 'third' },
  ],
  storage: [{ area: 'local', key: 'count-*', practice: 'counts' }],
  p3p: { header: 'never' },
})

const found = (observations: readonly Observation[], change: Partial<SiteObservation> = {}): readonly Finding[] =>
  findDifferences(POLICY, siteSeen(observations, change))

/** What was found, in the states that visitors are in; but for the declared things that this test does not show. */
const told = (observations: readonly Observation[], change: Partial<SiteObservation> = {}) =>
  found(observations, change)
    .filter(({ issue }) => issue.code !== 'declared-not-seen')
    .map(({ issue, subject, states }) => [
      issue.code,
      subject,
      states.filter(state => issue.code === 'robots-differ' || state !== 'robot').join(' '),
    ])

const basket = cookieSeen()
const count = (change = {}) => cookieSeen({ name: '_count', lifetime: 300, ...change })
const ad = (change = {}) =>
  cookieSeen({ name: 'ad', host: 'ads.example', party: 'third', hostOnly: false, lifetime: 80, ...change })
/** The same seen by a robot too. */
const everywhere = (seen: Observation): readonly Observation[] => [seen, { ...seen, state: 'robot' }]

test('a site that keeps its word gives no finding', () => {
  expect(
    found([
      ...everywhere(basket),
      count({ state: 'accepted' }),
      cookieSeen({ name: 'taste', state: 'accepted' }),
      ...everywhere(ad()),
      requestSeen(),
      requestSeen({ state: 'robot' }),
      requestSeen({ state: 'accepted', host: 'a.counts.example', url: 'https://a.counts.example/' }),
      storageSeen({ state: 'accepted', key: 'count-1' }),
    ]),
  ).toEqual([])
})

describe('what is not declared', () => {
  test('a cookie, with who sets it, in all its states, as one finding', () => {
    const script = cookieSeen({ name: '_id', via: 'script', source: 'https://shop.example/a.js?v=1', line: 7 })
    const [finding, ...others] = found([script, { ...script, state: 'refused', page: `${SITE}cart` }], {
      states: { ...siteSeen([]).states, robot: 'could-not-look' },
    }).filter(({ issue }) => issue.severity === 'error')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      issue: { code: 'cookie-undeclared' },
      subject: 'cookie _id',
      states: ['before', 'refused'],
      engines: ['chromium'],
      pages: [SITE, `${SITE}cart`],
    })
    expect(sayIssue(finding?.issue as Finding['issue'], 'en')).toBe(
      'The cookie "_id" of shop.example is not declared; a script of https://shop.example/a.js:7 sets it.',
    )
  })

  test('a cookie whose name has something random in it is told once', () => {
    const visit = (id: string) => everywhere(cookieSeen({ name: `visit_${id}` }))
    expect(told([...visit('0123456789abcdef'), ...visit('fedcba9876543210')])).toEqual([
      ['cookie-undeclared', 'cookie visit_*', 'before'],
    ])
  })

  test('a cookie that the browser refused, or that a response deletes, is on no device', () => {
    expect(told([...everywhere(cookieSeen({ name: 'x', fate: 'refused' }))])).toEqual([])
    expect(told([...everywhere(cookieSeen({ name: 'x', fate: 'gone', earlier: true }))])).toEqual([])
  })

  test('storage, by its area, key and origin', () => {
    expect(told(everywhere(storageSeen({ key: 'theme' })))).toEqual([
      ['storage-undeclared', 'storage local theme', 'before'],
    ])
    expect(told(everywhere(storageSeen({ area: 'session', key: 'count-1' })))).toEqual([
      ['storage-undeclared', 'storage session count-1', 'before'],
    ])
  })

  test('a service worker is declared by its scope, whole or as a path', () => {
    const worker = { area: 'service-worker', key: 'https://shop.example/app/' } as const
    const policy = (key: string) =>
      policyOf({ ...SOUND, storage: [{ area: 'service-worker', key, practice: 'shop' }], p3p: { header: 'never' } })
    for (const key of ['/app/', 'https://shop.example/app/', '/a*'])
      expect(
        findDifferences(policy(key), siteSeen([...everywhere(basket), ...everywhere(storageSeen(worker))])),
      ).toEqual([])
  })

  test('a recipient, with what the requests carry', () => {
    const sent = requestSeen({ host: 'www.google-analytics.com', identifiers: ['parameter cid', 'cookie'] })
    const [finding] = found(everywhere(sent)).filter(({ issue }) => issue.code === 'recipient-undeclared')
    expect(finding?.issue.data).toEqual({
      host: 'www.google-analytics.com',
      who: 'Google Analytics',
      identifiers: 'cookie, parameter cid',
    })
  })

  test("the browser's own requests and what never leaves it are nobody's", () => {
    expect(told([requestSeen({ host: 'update.googleapis.com', url: 'https://update.googleapis.com/' })])).toEqual([])
    expect(told([requestSeen({ host: '', url: 'blob:https://shop.example/1' })])).toEqual([])
  })

  test('data that a form asks for, unless nobody sees the field', () => {
    expect(told([fieldSeen({ name: 'iban', categories: ['financial', 'uniqueid'] })])).toEqual([
      ['data-undeclared', 'field iban', 'before'],
    ])
    expect(told([fieldSeen({ name: 'trap', visible: false })])).toEqual([])
    expect(told([fieldSeen({ categories: ['uniqueid'] })])).toEqual([])
  })
})

describe('what the visitor says', () => {
  test('what needs a yes must not be there without it', () => {
    expect(told(everywhere(count()))).toEqual([['cookie-before-consent', 'cookie _count', 'before']])
    expect(told(everywhere(storageSeen({ key: 'count-1' })))).toEqual([
      ['storage-before-consent', 'storage local count-1', 'before'],
    ])
  })

  test('a signal is no yes either', () => {
    const taste = cookieSeen({ name: 'taste', state: 'gpc' })
    expect(told([taste, count({ state: 'gpc' })])).toEqual([
      ['cookie-before-consent', 'cookie taste', 'gpc'],
      ['gpc-ignored', 'cookie _count', 'gpc'],
    ])
  })

  test('what may be refused must be gone after a no, after taking back, and under a signal it falls under', () => {
    const sent = (state: Observation['state']) => [ad({ state }), requestSeen({ state, cookies: ['ad'] })]
    expect(told(sent('refused'))).toEqual([
      ['cookie-after-refusal', 'cookie ad', 'refused'],
      ['recipient-after-refusal', 'recipient ads.example', 'refused'],
    ])
    expect(told(sent('withdrawn')).map(([code]) => code)).toEqual([
      'cookie-survives-withdrawal',
      'recipient-after-withdrawal',
    ])
    expect(told(sent('gpc'))).toEqual([
      ['gpc-ignored', 'cookie ad', 'gpc'],
      ['gpc-ignored', 'recipient ads.example', 'gpc'],
    ])
  })

  test("what another site left earlier, and does not ask for again, is not the site's to take away", () => {
    expect(told([ad({ state: 'withdrawn', earlier: true })])).toEqual([])
  })

  test('an undeclared cookie breaks one word only', () => {
    expect(told([cookieSeen({ name: 'x', state: 'refused' })])).toEqual([['cookie-undeclared', 'cookie x', 'refused']])
  })

  test('a cookie that serves only uses without a choice needs no yes', () => {
    const policy = policyOf({
      ...SOUND,
      practices: { shop: { ...PRACTICE, purposes: { current: 'always', contact: 'opt-in' }, basis: 'contract' } },
      cookies: [
        { name: 'basket', lifetime: '30 days', practice: 'shop', uses: 'current' },
        { name: 'letters', lifetime: '30 days', practice: 'shop' },
      ],
      p3p: { header: 'never' },
    })
    const seen = [...everywhere(basket), ...everywhere(cookieSeen({ name: 'letters' }))]
    expect(findDifferences(policy, siteSeen(seen)).map(({ subject }) => subject)).toEqual(['cookie letters'])
  })

  test('a host that two practices name may be asked while one of them may happen', () => {
    const both = policyOf({
      ...SOUND,
      practices: {
        shop: { ...PRACTICE, recipients: { ours: 'always', same: { hosts: ['cdn.example'] } } },
        counts: { ...PRACTICE, recipients: { same: { hosts: ['cdn.example'] } }, basis: 'consent' },
      },
      p3p: { header: 'never' },
    })
    const seen = everywhere(requestSeen({ host: 'cdn.example' }))
    expect(findDifferences(both, siteSeen(seen)).filter(({ issue }) => issue.severity === 'error')).toEqual([])
  })
})

describe('how a cookie is set', () => {
  test('longer than declared, in words that differ', () => {
    const [finding] = found(everywhere(cookieSeen({ lifetime: 31 }))).filter(
      ({ issue }) => issue.code === 'cookie-outlives-declaration',
    )
    expect(sayIssue(finding?.issue as Finding['issue'], 'en')).toContain('31 days')
    expect(told(everywhere(cookieSeen({ lifetime: 30.0005 })))).toEqual([])
    expect(told(everywhere(cookieSeen({ lifetime: 'session' })))).toEqual([])
  })

  test('a year may have 366 days', () => {
    expect(told([count({ state: 'accepted', lifetime: 366 })])).toEqual([])
    expect(told([count({ state: 'accepted', lifetime: 367 })])).toEqual([
      ['cookie-outlives-declaration', 'cookie _count', 'accepted'],
    ])
  })

  test('by another party than declared, and then it is not undeclared as well', () => {
    const elsewhere = everywhere(cookieSeen({ host: 'cdn.example', party: 'third' }))
    expect(told(elsewhere)).toEqual([['cookie-party-differs', 'cookie basket', 'before']])
    expect(told([...elsewhere, ...everywhere(basket)])).toEqual([['cookie-undeclared', 'cookie basket', 'before']])
  })

  test('a key to a session without its guards, and no other cookie', () => {
    const weak = { httpOnly: false, secure: false, sameSite: null } as const
    const codes = (name: string, change = {}) =>
      told(everywhere(cookieSeen({ name, ...weak, ...change }))).filter(([code]) => code === 'cookie-weak')
    for (const name of ['sessionid', 'PHPSESSID', 'shop_session', 'authToken', 'remember_me', 'connect.sid'])
      expect(codes(name), name).toHaveLength(1)
    for (const name of ['basket', '_ga', 'XSRF-TOKEN', 'csrftoken', '_hjSession_12', 'lang', 'side', 'consent-session'])
      expect(codes(name), name).toEqual([])
    expect(codes('sessionid', { httpOnly: true, secure: true, sameSite: 'Lax' })).toEqual([])
  })
})

describe('what is published', () => {
  const policy = policyOf(SOUND)
  const tell = (observations: readonly Observation[]) =>
    findDifferences(policy, siteSeen(observations)).map(({ issue, subject }) => [issue.code, subject])
  const seen = everywhere(basket)

  test('a response with cookies and without the header', () => {
    expect(tell(seen)).toEqual([['policy-unpublished', 'published P3P']])
    expect(tell([...seen, headerSeen({ value: compactHeaderOf(policy) })])).toEqual([])
  })

  test('a header that says other things than the declaration', () => {
    const findings = findDifferences(policy, siteSeen([...seen, headerSeen({ value: 'CP="NOI TAI CUR OUR"' })]))
    expect(findings.map(({ issue }) => issue.data)).toMatchObject([{ what: 'header', more: 'NOI TAI' }])
  })

  test('files that are not there, or are those of another policy', () => {
    const header = headerSeen({ value: compactHeaderOf(policy) })
    const same = fileSeen({ text: JSON.stringify({ hash: policy.hash }) })
    expect(tell([...seen, header, same])).toEqual([])
    expect(
      tell([
        ...seen,
        header,
        fileSeen({ text: JSON.stringify({ hash: 'sha256:0' }) }),
        fileSeen({ path: '/w3c/p3p.xml', status: 404 }),
        fileSeen({ path: '/.well-known/gpc.json', text: '{"gpc":false}' }),
      ]),
    ).toEqual([
      ['policy-differs', 'published /.well-known/gpc.json'],
      ['policy-differs', 'published /policy.json'],
      ['policy-unpublished', 'published /w3c/p3p.xml'],
    ])
  })

  test('a notice that is not where people are led to', () => {
    const gone = requestSeen({
      type: 'document',
      url: 'https://shop.example/privacy',
      host: 'shop.example',
      party: 'first',
      status: 404,
    })
    expect(tell([...seen, headerSeen({ value: compactHeaderOf(policy) }), gone])).toEqual([
      ['policy-unpublished', 'published notice'],
    ])
  })
})

describe('what was looked at', () => {
  test('what is declared and was not seen is a note, unless it could not be', () => {
    const notes = (change: Partial<SiteObservation['states']>) =>
      found([], { states: { ...siteSeen([]).states, ...change } }).filter(
        ({ issue }) => issue.code === 'declared-not-seen',
      )
    expect(notes({}).map(({ subject }) => subject)).toEqual([
      'cookie _count',
      'cookie ad',
      'cookie basket',
      'cookie taste',
      'storage local count-*',
    ])
    expect(notes({ accepted: 'could-not-look' }).map(({ subject }) => subject)).toEqual(['cookie ad', 'cookie basket'])
  })

  test('what a robot alone is shown, and what is kept from it', () => {
    expect(told([{ ...basket, state: 'robot' }, ad()])).toEqual([
      ['robots-differ', 'cookie ad', 'before robot'],
      ['robots-differ', 'cookie basket', 'before robot'],
    ])
  })

  test('a robot is compared on the pages that both were shown', () => {
    const page = (state: Observation['state'], status = 200) =>
      requestSeen({ state, type: 'document', url: SITE, host: 'shop.example', party: 'first', status })
    expect(told([page('before'), page('robot'), { ...basket, state: 'robot' }])).toEqual([
      ['robots-differ', 'cookie basket', 'before robot'],
    ])
    expect(told([page('before'), page('robot', 403), basket])).toEqual([
      ['robots-differ', 'cookie basket', 'before robot'],
      ['robots-differ', `page ${SITE}`, 'before robot'],
    ])
    expect(told([page('before'), { ...basket, page: `${SITE}cart` }, page('robot')])).toEqual([])
  })

  test('a state that could not be seen is said, with why', () => {
    const states = { ...siteSeen([]).states, refused: 'could-not-look' } as const
    const [finding] = found([choiceSeen({ state: 'refused', act: 'refuse', by: null, effect: 'unknown' })], {
      states,
    }).filter(({ issue }) => issue.code === 'state-not-seen')
    expect(finding).toMatchObject({ states: ['refused'], issue: { data: { state: 'refused', why: 'unasked' } } })
  })
})

test.each([
  ['https://shop.example/', ['__Host-candor', '__Host-candor-leaving'], ['candor', 'candor-leaving']],
  ['http://shop.example/', ['candor', 'candor-leaving'], ['__Host-candor', '__Host-candor-leaving']],
])('Candor’s own cookies are there because of the declaration, by the names they have at %s', (url, own, others) => {
  const policy = policyOf({ ...SOUND, site: { ...SOUND.site, url } })
  const seen = (names: readonly string[]) => names.flatMap(name => everywhere(cookieSeen({ name, source: url })))
  const tell = (observations: readonly Observation[]) =>
    findDifferences(policy, siteSeen(observations, { url }))
      .filter(({ issue }) => issue.code !== 'declared-not-seen')
      .map(({ issue, subject }) => `${issue.code} ${subject}`)
  expect(tell(seen(own))).toEqual([])
  const strange = cookieSeen({ name: own[0] ?? '', host: 'ads.example', party: 'third' })
  expect(tell(everywhere(strange))).toContain(`cookie-undeclared cookie ${own[0]}`)
  expect(tell(seen(others))).toEqual([
    ...others.map(name => `cookie-undeclared cookie ${name}`),
    'policy-unpublished published P3P',
  ])
})

test('a copy of the site at another address is held to the same declaration', () => {
  const url = 'http://localhost:8080/'
  const here = { url, page: url }
  const seen = [
    cookieSeen({ host: 'localhost', source: url, ...here }),
    count({ host: 'localhost', state: 'accepted', ...here }),
    storageSeen({ origin: 'http://localhost:8080', key: 'count-1', state: 'accepted', ...here }),
  ]
  expect(
    told(seen, { url, states: { ...siteSeen([]).states, robot: 'could-not-look' } }).filter(
      ([code]) => code !== 'state-not-seen',
    ),
  ).toEqual([])
})

test('each finding stands where the declaration speaks of it, or should', () => {
  const text = [
    'candor: 1',
    'site:',
    '  name: Shop',
    '  url: https://shop.example/',
    '  languages: en',
    '  controller: { name: Shop Ltd, email: a@shop.example }',
    '  pages: { policy: /privacy, choices: /choices }',
    'access: none',
    'practices:',
    '  shop:',
    '    data: [{ ref: dynamic.cookies, categories: [uniqueid, state] }]',
    '    purposes: current',
    '    recipients: ours',
    '    retention: no-retention',
    '    basis: consent',
    'cookies:',
    '  - name: basket',
    '    lifetime: 1 day',
    '    practice: shop',
    'p3p: { header: never }',
  ].join('\n')
  const declared = declare(text)
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
  const compiled = compile(declared.value.declaration, declared.value.locate)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const seen = [basket, cookieSeen({ name: 'x' }), storageSeen(), requestSeen()].flatMap(everywhere)
  const lines = findDifferences(compiled.value, siteSeen(seen), declared.value.locate).map(({ issue }) => [
    issue.code,
    issue.at?.line,
  ])
  expect(Object.fromEntries(lines)).toEqual({
    'cookie-undeclared': 16,
    'storage-undeclared': 16,
    'recipient-undeclared': 9,
    'cookie-before-consent': 17,
    'cookie-outlives-declaration': 18,
  })
})

const state = fc.constantFrom(...STATES)
const name = fc.oneof(fc.constantFrom('basket', '_count', 'ad', '__proto__', 'sid'), fc.string())
const host = fc.oneof(fc.constantFrom('shop.example', 'ads.example', '', '[::1]', 'a.counts.example'), fc.string())
const page = fc.constantFrom(SITE, `${SITE}cart`)
const party = fc.constantFrom('first', 'third')
const observation: fc.Arbitrary<Observation> = fc.oneof(
  fc
    .record({
      state,
      name,
      host,
      party,
      page,
      path: fc.string(),
      lifetime: fc.oneof(fc.constant('session'), fc.double()),
      fate: fc.constantFrom('kept', 'gone', 'refused'),
      earlier: fc.boolean(),
      source: fc.oneof(fc.constant(null), fc.string()),
    })
    .map(change => cookieSeen(change as object)),
  fc
    .record({ state, key: name, origin: fc.oneof(fc.string(), fc.webUrl()), page, party })
    .map(change => storageSeen(change as object)),
  fc
    .record({ state, host, url: fc.oneof(fc.string(), fc.webUrl()), page, party })
    .map(change => requestSeen(change as object)),
  fc.record({ state, name, label: fc.string() }).map(fieldSeen),
  fc.record({ state, value: fc.string(), url: fc.string() }).map(headerSeen),
  fc.record({ state, text: fc.oneof(fc.string(), fc.json()), status: fc.integer() }).map(fileSeen),
)

test('whatever was seen, it never fails, and the order it was seen in changes nothing', () => {
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (seen, order) => {
      const mixed = seen
        .map(one => ({ one, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      const findings = found(seen)
      expect(found(mixed)).toEqual(findings)
      expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
    }),
    { numRuns: 150 },
  )
})
