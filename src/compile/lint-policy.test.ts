import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyOf, SOUND } from '../../test/support/policy-of.ts'
import type { DeclarationInput } from '../declare/index.ts'
import { POLICY_CODES } from '../model/codes/policy.ts'
import { lintPolicy } from './lint-policy.ts'

const practice = SOUND.practices['shop']!
const withPractice = (changes: Partial<typeof practice>): DeclarationInput => ({
  ...SOUND,
  practices: { shop: { ...practice, ...changes } },
})
const withCookie = (changes: object): DeclarationInput => ({
  ...SOUND,
  cookies: [{ name: 'basket', lifetime: '30 days', practice: 'shop', ...changes }],
})
const cookieData: (typeof practice.data)[number] = { ref: 'dynamic.cookies', categories: ['uniqueid', 'state'] }
const own = (categories: 'physical' | 'health' | 'location' | 'demographic') => ({ name: 'X', categories })

const found = (input: DeclarationInput) =>
  lintPolicy(policyOf(input)).map(({ code, path }) => `${code} ${path.join('/')}`)

/** Only the findings of this code; others may come with them. */
const ofCode = (code: string, input: DeclarationInput) => found(input).filter(line => line.startsWith(`${code} `))

test('nothing is found in a policy that says all it should', () => {
  expect(found(SOUND)).toEqual([])
})

type Row = readonly [code: keyof typeof POLICY_CODES, path: string, wrong: DeclarationInput, right: DeclarationInput]

const ROWS: readonly Row[] = [
  [
    'anonymous-contradicted',
    'practices/shop/identifiable',
    withPractice({ identifiable: false, data: [cookieData, own('physical')] }),
    withPractice({ data: [cookieData, own('physical')] }),
  ],
  [
    'anonymous-contradicted',
    'practices/shop/identifiable',
    withPractice({ identifiable: false, purposes: { 'individual-analysis': 'opt-in' } }),
    withPractice({ identifiable: false, purposes: 'develop' }),
  ],
  [
    'anonymous-doubtful',
    'practices/shop/identifiable',
    withPractice({ identifiable: false, data: ['dynamic.clickstream.clientip'] }),
    withPractice({ identifiable: false, data: ['dynamic.clickstream.clientip.partialip'] }),
  ],
  [
    'anonymous-doubtful',
    'practices/shop/identifiable',
    withPractice({ identifiable: false, data: [own('location')] }),
    withPractice({ identifiable: false, data: [own('demographic')] }),
  ],
  [
    'sensitive-without-consent',
    'practices/shop/basis',
    withPractice({ data: [cookieData, own('health')] }),
    withPractice({ data: [cookieData, own('health')], basis: 'consent', mandatory: false }),
  ],
  [
    'category-unneeded',
    'practices/shop/data',
    withPractice({ purposes: ['develop', 'tailoring'] }),
    withPractice({ purposes: ['develop', 'pseudo-analysis'] }),
  ],
  [
    'category-unneeded',
    'practices/shop/data',
    withPractice({ data: ['user.home-info.postal'], purposes: 'admin' }),
    withPractice({ data: ['dynamic.clickstream'], purposes: 'admin' }),
  ],
  [
    'marketing-without-choice',
    'practices/shop/purposes/telemarketing',
    withPractice({ purposes: { current: 'always', telemarketing: 'always' } }),
    withPractice({ purposes: { current: 'always', telemarketing: 'opt-in' } }),
  ],
  [
    'consent-without-choice',
    'practices/shop/basis',
    withPractice({ basis: 'consent' }),
    withPractice({ basis: 'consent', purposes: { current: 'always', develop: 'opt-in' } }),
  ],
  [
    'consent-without-choice',
    'practices/shop/basis',
    withPractice({ basis: 'consent', data: [cookieData, 'user.bdate'] }),
    withPractice({ basis: 'consent', data: [cookieData, { ref: 'user.bdate', optional: true }] }),
  ],
  [
    'other-purpose-unexplained',
    'practices/shop/purposes/other-purpose',
    withPractice({ purposes: 'other-purpose' }),
    withPractice({ purposes: { 'other-purpose': { text: 'A game' } } }),
  ],
  [
    'claim-contradicted',
    'practices/shop/recipients/delivery',
    { ...withPractice({ recipients: ['ours', 'delivery'] }), claims: 'ours-only' },
    { ...SOUND, claims: 'ours-only' },
  ],
  [
    'claim-contradicted',
    'practices/shop/recipients/same',
    { ...withPractice({ recipients: { same: 'opt-out', delivery: 'opt-in' } }), claims: 'law-or-permission' },
    { ...withPractice({ recipients: { same: 'opt-in', delivery: 'opt-in' } }), claims: 'law-or-permission' },
  ],
  [
    'claim-contradicted',
    'practices/shop/recipients/unrelated',
    { ...withPractice({ recipients: ['unrelated'] }), claims: 'law-or-permission' },
    { ...withPractice({ recipients: ['unrelated'], basis: 'legal-obligation' }), claims: 'law-or-permission' },
  ],
  [
    'claim-contradicted',
    'practices/shop/purposes/contact',
    { ...withPractice({ purposes: { contact: 'opt-in' } }), claims: 'no-marketing' },
    { ...SOUND, claims: 'no-marketing' },
  ],
  [
    'claim-contradicted',
    'practices/shop/purposes/pseudo-decision',
    { ...withPractice({ purposes: 'pseudo-decision' }), claims: ['no-profiles', 'no-marketing'] },
    { ...withPractice({ purposes: 'develop' }), claims: ['no-profiles', 'no-marketing'] },
  ],
  [
    'disclosure-undeclared',
    'disclosure',
    { ...SOUND, disclosure: 'By law, or if you permit it.' },
    { ...withPractice({ recipients: { ours: 'always', same: 'opt-in' } }), disclosure: 'If you permit it.' },
  ],
  [
    'third-party-cookie-without-recipient',
    'cookies/0',
    withCookie({ host: 'ads.example' }),
    {
      ...withPractice({ recipients: { ours: 'always', same: 'opt-in' } }),
      ...{ cookies: withCookie({ host: 'ads.example' }).cookies! },
    },
  ],
  [
    'retention-unpublished',
    'practices/shop/retention',
    withPractice({ retention: 'business-practices' }),
    withPractice({ retention: { rule: 'business-practices', timetable: 'Every spring.' } }),
  ],
  [
    'retention-endless',
    'practices/shop/retention',
    withPractice({ retention: 'indefinitely' }),
    withPractice({ retention: 'indefinitely', identifiable: false }),
  ],
  [
    'retention-mixed',
    'practices/log/retention',
    {
      ...SOUND,
      practices: {
        shop: { ...practice, retention: { rule: 'business-practices', period: '1 year' } },
        log: { ...practice, retention: 'indefinitely' },
      },
    },
    { ...SOUND, practices: { shop: practice, log: { ...practice, retention: 'indefinitely' } } },
  ],
  [
    'cookie-uses-differ',
    'cookies/0/uses',
    withCookie({ uses: ['current', 'pseudo-decision'] }),
    withCookie({ uses: 'current' }),
  ],
  [
    'cookie-outlives-retention',
    'cookies/0/lifetime',
    withCookie({ lifetime: '13 months' }),
    withCookie({ lifetime: '1 year' }),
  ],
  [
    'cookie-outlives-retention',
    'storage/0/lifetime',
    { ...SOUND, storage: [{ area: 'local', key: 'id', practice: 'shop' }] },
    { ...SOUND, storage: [{ area: 'local', key: 'id', lifetime: '1 day', practice: 'shop' }] },
  ],
  [
    'cookie-outlives-retention',
    'cookies/0/lifetime',
    withPractice({ retention: 'no-retention' }),
    { ...withPractice({ retention: 'no-retention' }), cookies: [{ name: 'a', lifetime: 'session', practice: 'shop' }] },
  ],
  [
    'tracking-as-tailoring',
    'cookies/0',
    withPractice({ purposes: ['current', 'tailoring'] }),
    withPractice({ purposes: ['current', 'tailoring', 'pseudo-decision'] }),
  ],
  [
    'state-category-missing',
    'practices/shop/data',
    withPractice({ data: [{ ref: 'dynamic.cookies', categories: 'uniqueid' }] }),
    { ...withPractice({ data: [{ ref: 'dynamic.cookies', categories: 'uniqueid' }] }), cookies: [] },
  ],
  [
    'cookies-unlisted',
    'practices/shop/data',
    { ...SOUND, cookies: [] },
    { ...withPractice({ data: ['dynamic.http'] }), cookies: [] },
  ],
  [
    'compact-scope-wide',
    'p3p/scope',
    { ...SOUND, practices: { shop: practice, log: practice }, p3p: { scope: 'site' } },
    { ...SOUND, practices: { shop: practice, log: practice } },
  ],
  [
    'contact-url-only',
    'site/controller',
    { ...SOUND, site: { ...SOUND.site, controller: { url: 'https://shop.example/contact' } } },
    { ...SOUND, site: { ...SOUND.site, controller: { url: 'https://shop.example/contact', phone: '02 987 65 43' } } },
  ],
  ['disputes-missing', '', { ...SOUND, disputes: [] }, SOUND],
  [
    'dispute-without-remedy',
    'disputes/0',
    { ...SOUND, disputes: [{ type: 'service', service: 'https://shop.example/complaints' }] },
    SOUND,
  ],
  [
    'historical-without-law',
    'practices/shop/purposes/historical',
    withPractice({ purposes: 'historical' }),
    {
      ...withPractice({ purposes: 'historical' }),
      disputes: [{ type: 'law', service: 'https://law.example/', remedies: 'law' }],
    },
  ],
]

test.each(ROWS)('%s is found at %s, and only where it is', (code, path, wrong, right) => {
  expect(ofCode(code, wrong)).toEqual([`${code} ${path}`])
  expect(ofCode(code, right)).toEqual([])
})

test('every code of a policy is tried', () => {
  expect([...new Set(ROWS.map(([code]) => code))].sort()).toEqual(Object.keys(POLICY_CODES).sort())
})

test.each(Object.entries(POLICY_CODES))(
  '%s has a page that tells its weight and how to mend it',
  (code, { severity }) => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/findings', `${code}.md`), 'utf8')
    expect(page).toMatch(new RegExp(`^# \`${code}\`\n\n\\*${severity}\\.\\* `, 'i'))
    expect(page).toContain('**To mend it:**')
    expect(page).toContain('**Source:**')
  },
)

test('a finding has the place in the text that its path leads to', () => {
  const issues = lintPolicy(policyOf({ ...SOUND, disputes: [] }), path => ({ line: path.length + 1, column: 2 }))
  expect(issues.map(({ code, at }) => [code, at])).toEqual([['disputes-missing', { line: 1, column: 2 }]])
})
