import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cookieSeen, fieldSeen, requestSeen, SITE, siteSeen, storageSeen } from '../../../test/support/observations.ts'
import { compile } from '../../compile/index.ts'
import { type Declared, declare } from '../../declare/index.ts'
import type { Observation } from '../../model/index.ts'
import { findDifferences } from '../differences/find-differences.ts'
import { draftFromSite } from './draft-from-site.ts'

const HOSTILE = '"?: <script>\u0007\u202e # !tag &a *b'

const SEEN: readonly Observation[] = [
  cookieSeen({ name: 'PHPSESSID', lifetime: 'session' }),
  cookieSeen({ name: '_ga', lifetime: 399.9997, via: 'script' }),
  cookieSeen({ name: '_ga_ABC123', lifetime: 400 }),
  cookieSeen({ name: '_ga_DEF456', lifetime: 400 }),
  cookieSeen({ name: 'visit_0123456789abcdef', lifetime: 0.02 }),
  cookieSeen({ name: 'taste', host: 'shop.example', hostOnly: false, path: '/shop', lifetime: 30.4 }),
  cookieSeen({ name: 'IDE', host: 'ads.doubleclick.net', party: 'third', hostOnly: false, lifetime: 390 }),
  cookieSeen({ name: HOSTILE }),
  cookieSeen({ name: '?', path: 'odd' }),
  storageSeen({ key: 'theme' }),
  storageSeen({ area: 'session', key: '' }),
  storageSeen({ area: 'indexeddb', key: HOSTILE, origin: 'https://chat.example' }),
  requestSeen({ host: 'www.google-analytics.com' }),
  requestSeen({ host: 'ads.doubleclick.net' }),
  requestSeen({ host: 'nobody-knows.example' }),
  fieldSeen({ action: `${SITE}newsletter` }),
  fieldSeen({ name: 'q', label: HOSTILE, categories: ['interactive'], action: `${SITE}search?x=1`, required: false }),
]

const ANSWERS: Readonly<Record<string, string>> = {
  email: 'a@shop.example',
  access: 'none',
  period: '30 days',
  purposes: 'current',
  practice: 'server-log',
  choices: '/choices',
}

/** The draft as somebody fills it in. */
const answered = (draft: string): string =>
  draft.replace(
    /^( *(?:- )?)([a-z-]+): "\?[^"]*"$/gm,
    (_, before: string, key: string) => `${before}${key}: ${ANSWERS[key] ?? 'Said.'}`,
  )

function declared(text: string): Declared {
  const read = declare(text)
  if (!read.ok) throw new Error(`${JSON.stringify(read.issues)}\n${text}`)
  return read.value
}

describe.each(['en', 'bg'] as const)('in %s', language => {
  const draft = draftFromSite(siteSeen(SEEN), { language })

  test('nothing is wrong with it but its open questions', () => {
    const codes = new Set(declare(draft).issues.map(({ code }) => code))
    expect(codes).toEqual(new Set(['question-open', 'question-required']))
  })

  test('answered, it declares everything that was seen, but for names that no declaration can hold', () => {
    const { declaration } = declared(answered(draft))
    const compiled = compile(declaration)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
    const seen = siteSeen(
      SEEN.map(one => ({ ...one, state: 'accepted' as const })),
      { states: { ...siteSeen([]).states, before: 'could-not-look', robot: 'could-not-look' } },
    )
    const codes = findDifferences(compiled.value, seen).map(({ issue, subject }) => `${issue.code} ${subject}`)
    expect(codes.filter(code => /undeclared|outlives|differs|not-seen cookie/.test(code))).toEqual([
      `cookie-undeclared cookie ${HOSTILE}`,
      'cookie-undeclared cookie ?',
    ])
  })
})

test('what is known goes to the practice of its trade, with who it is', () => {
  const { declaration } = declared(answered(draftFromSite(siteSeen(SEEN), { language: 'en' })))
  const practices = Object.fromEntries(declaration.practices.map(practice => [practice.id, practice]))
  expect(Object.keys(practices)).toEqual([
    'server-log',
    'session',
    'statistics',
    'advertising',
    'other-sites',
    'form-newsletter',
    'form-search',
  ])
  expect(practices['statistics']).toMatchObject({
    basis: 'consent',
    purposes: [{ id: 'develop', choice: 'opt-in' }, { id: 'pseudo-analysis' }],
    recipients: [{ id: 'ours' }, { id: 'other-recipient', hosts: ['www.google-analytics.com'], choice: 'opt-in' }],
  })
  expect(declaration.cookies).toContainEqual(expect.objectContaining({ name: '_ga_*', practice: 'statistics' }))
  expect(declaration.cookies).toContainEqual(
    expect.objectContaining({ name: 'IDE', host: '.ads.doubleclick.net', party: 'third', practice: 'advertising' }),
  )
})

test('a list that the person supplies goes before our own', () => {
  const known = [
    {
      name: 'taste',
      who: 'Somebody',
      use: 'preference',
      purposes: ['tailoring'],
      categories: ['preference'],
      recipient: 'ours',
      asks: false,
      lifetime: null,
      host: null,
    },
  ] as const
  const draft = draftFromSite(siteSeen([cookieSeen({ name: 'taste' })]), { language: 'en', known })
  expect(declared(answered(draft)).declaration.cookies).toMatchObject([{ name: 'taste', practice: 'preference' }])
})

test('a site that keeps nothing and calls nobody has a draft too', () => {
  const draft = draftFromSite(siteSeen([]), { language: 'en' })
  expect(declared(answered(draft)).declaration.cookies).toEqual([])
})

test('whatever a site calls its things, the draft can be read', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant(HOSTILE))
  fc.assert(
    fc.property(text, text, fc.double(), (name, label, lifetime) => {
      const draft = draftFromSite(
        siteSeen([
          cookieSeen({ name, path: label, lifetime }),
          storageSeen({ key: name }),
          fieldSeen({ name, label, action: label }),
        ]),
        { language: 'en' },
      )
      const codes = new Set(declare(draft).issues.map(({ code }) => code))
      expect([...codes].filter(code => !code.startsWith('question-'))).toEqual([])
    }),
    { numRuns: 60, examples: [['!', '/;', 0]] },
  )
})
