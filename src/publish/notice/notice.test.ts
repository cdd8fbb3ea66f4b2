import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { compactHeaderOf } from '../../compile/index.ts'
import { ie6 } from '../../judge/index.ts'
import { LANGUAGES } from '../../messages/index.ts'
import type { CookieTable, Policy } from '../../model/index.ts'
import { writeMarkdown } from '../markdown/write-markdown.ts'
import type { Section } from './nodes.ts'
import { type NoticeOptions, notice } from './notice.ts'

const FULL_POLICY = policyOf(FULL)

const all = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap(section => [section, ...all(section.blocks.filter(block => block.kind === 'section'))])

const idsOf = (policy: Policy, options: NoticeOptions) => all(notice(policy, options).sections).map(({ id }) => id)

/** What a reader finds under a heading, as text. */
function said(policy: Policy, id: string, options: NoticeOptions): string {
  const made = notice(policy, options)
  const section = all(made.sections).find(one => one.id === id)
  return section === undefined ? '' : writeMarkdown({ ...made, lead: [], sections: [section] })
}

const verdicts = ie6.report(compactHeaderOf(FULL_POLICY))
const english = { language: 'en' } as const

describe.each(LANGUAGES)('in %s', language => {
  test('a whole policy has every part', () => {
    expect(idsOf(FULL_POLICY, { language, verdicts })).toEqual([
      'who',
      'glance',
      'protection',
      'protection-how',
      'protection-disclosure',
      'practices',
      'practice-1',
      'practice-2',
      'practice-3',
      'cookies',
      'storage',
      'choices',
      'access',
      'disputes',
      'compact',
      'verdicts',
      'why',
      'mend',
      'about',
    ])
  })

  test('no policy leaves a part without words', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, declaration => {
        const made = notice(policyOf(declaration), { language, verdicts })
        for (const section of all(made.sections)) {
          expect(section.title.join('')).not.toBe('')
          expect(section.blocks.length, section.id).toBeGreaterThan(0)
        }
        expect(writeMarkdown(made)).not.toMatch(/undefined|\[object|\bnull\b|\| *\|/)
      }),
      { numRuns: 30 },
    )
  })
})

test('who is behind the site can be reached in every way that is declared', () => {
  const text = said(FULL_POLICY, 'who', english)
  for (const way of [
    '**Hill \\& Dale Ltd**',
    '(mailto:privacy@shop.example)',
    '(tel:+35929876543)',
    '<https://shop.example/contact>',
    'ul. Shipka 5<br>1504 Sofia<br>Bulgaria',
  ])
    expect(text).toContain(way)
})

test('a practice tells its data, uses, recipients, time, duty, basis and where to choose', () => {
  const text = said(FULL_POLICY, 'practice-2', english)
  for (const fact of [
    'To sell and send.',
    'What you bought',
    '**Marketing contact** *(only if you agree)*: to offer you',
    '**Other use**: to keep the books',
    '**Couriers**: firms that deliver goods',
    '`*.courier.example`',
    '10 years. As long as the law obliges us to.',
    'Destroyed each January.',
    'Yes. Without them',
    'Contract (GDPR, Article 6(1)(b))',
    'You can refuse: telephone marketing and passing data on to unrelated third parties.',
    '(https://shop.example/choices)',
  ])
    expect(text).toContain(fact)
  expect(text).toContain('E-mail address (home contact data) *(optional)*')
  expect(said(FULL_POLICY, 'practice-1', english)).not.toContain('*(optional)*')
})

test('every cookie and stored item is listed, with its own uses where it has them', () => {
  const text = said(FULL_POLICY, 'cookies', english)
  expect(text).toContain(
    '| **`cart`** | Remembers your cart.<br>Current activity | 2 years | Ours (first party)<br>`shop.example`<br>Set by this site | Orders |',
  )
  expect(text).toContain('`.counter.example/count`<br>Set by Counter Inc.')
  expect(text).toContain('\\* stands for any characters')
  expect(text).toContain('Flash local shared objects')
  expect(text).toContain('The volume of the videos.<br>Research and development | Until you or the browser remove it')
})

test('the legal basis is lettered in the alphabet of the law’s translation', () => {
  expect(said(FULL_POLICY, 'practice-1', { language: 'bg' })).toContain('ОРЗД, чл. 6, пар. 1, буква е')
})

test('a site without cookies has no compact policy, and says so', () => {
  const none = { ...FULL_POLICY, cookies: [], storage: [] }
  expect(said(none, 'compact', english)).toContain('there is no compact policy')
  expect(said(none, 'cookies', english)).toContain('We set no cookies.')
  expect(said(none, 'storage', english)).toContain('We keep nothing else on your device.')
})

test('each token is explained, with how far it depends on the visitor', () => {
  const text = said(FULL_POLICY, 'compact', english)
  expect(text).toContain('`CP="CAO DSP COR LAW CUR ADM DEV PSAo CONi TELo OTP')
  expect(text).toContain('| **`PSAo`** | Analysis under a pseudonym *(until you refuse)* |')
  expect(text).toContain('| **`PHY`** | Physical contact data |')
})

test('where no policy comes with the cookies, or a satisfactory one, that is what is said', () => {
  const without = said(FULL_POLICY, 'verdicts', { ...english, verdicts: ie6.report('') })
  expect(without).toContain('Our cookies come without a compact policy')
  expect(without).toContain('**First party only**<br>There is no policy to go by.')
  const sound = said(FULL_POLICY, 'verdicts', { ...english, verdicts: ie6.report('CP="NOI CUR OUR NOR NAV"') })
  expect(sound).toContain('This policy is satisfactory')
  expect(sound).not.toContain('Blocked')
})

test('where Candor asks, the notice tells where the choice is kept', () => {
  const { site } = FULL_POLICY
  const asking = { ...FULL_POLICY, site: { ...site, choicesPage: 'https://shop.example/candor/choices' } }
  expect(said(asking, 'choices', english)).toContain('in a cookie named `__Host-candor`, for a year')
  const plain = { ...asking, site: { ...asking.site, url: 'http://shop.example/' } }
  expect(said(plain, 'choices', english)).toContain('in a cookie named `candor`, for a year')
  expect(said(FULL_POLICY, 'choices', english)).not.toContain('__Host-candor')
})

test('the notice claims no more of Global Privacy Control than gpc.json does', () => {
  const [practice] = FULL_POLICY.practices
  if (practice === undefined) throw new Error('the fixture has a practice')
  const recipients = [{ id: 'unrelated', choice: 'always', text: null, hosts: [] }] as const
  const heedless = { ...FULL_POLICY, practices: [{ ...practice, recipients }] }
  expect(said(FULL_POLICY, 'choices', english)).toContain('We heed Global Privacy Control')
  expect(said(heedless, 'choices', english)).not.toContain('We heed')
  expect(said(heedless, 'choices', english)).toContain('Global Privacy Control does not stop everything here')
})

test('a trial policy is announced as one before anything else', () => {
  const { p3p } = FULL_POLICY
  const [first] = notice({ ...FULL_POLICY, p3p: { ...p3p, test: true } }, english).lead
  expect(first).toMatchObject({ kind: 'paragraph', role: 'warning' })
})

describe('how today’s browsers treat the cookies', () => {
  const kept = { outcome: 'kept', days: 30, rule: 'kept', data: {} } as const
  const week = { outcome: 'shortened', days: 7, rule: 'kept-shortened', data: { days: 7 } } as const
  const refused = {
    outcome: 'refused',
    days: null,
    rule: 'third-party-blocked',
    data: { host: 'ads.example', top: 'https://shop.example' },
  } as const
  const row = { host: 'shop.example', party: 'first', line: '' } as const
  const own = { ...row, treatments: { chrome: kept, edge: kept, safari: kept } }
  const treatments: CookieTable = {
    browsers: [
      { id: 'chrome', version: '156', evidence: 'measured' },
      { id: 'edge', version: '151', evidence: 'documented' },
      { id: 'safari', version: '26.6', evidence: 'documented' },
    ],
    rows: [
      { ...own, name: 'cart', byScript: { ...own.treatments, safari: week } },
      { ...own, name: 'basket', byScript: { ...own.treatments, safari: week } },
      {
        name: 'id',
        host: 'ads.example',
        party: 'third',
        line: '',
        treatments: { chrome: kept, edge: kept, safari: refused },
        byScript: { chrome: kept, edge: kept, safari: refused },
      },
    ],
  }
  const text = said(FULL_POLICY, 'browsers', { ...english, treatments })

  test('is told in one row for cookies, and in one line for browsers, that go alike', () => {
    expect(text).toContain(
      '| **`cart`**<br>**`basket`**<br>shop.example | **Kept as declared** every browser<br>If a script sets it:<br>**Kept for 7 days only** Safari |',
    )
  })

  test('says why a cookie is refused', () => {
    expect(text).toMatch(/\*\*Refused\*\* Safari<br>[^|]*ads\.example[^|]*does not let third parties/)
  })

  test('explains a limit only where there is one', () => {
    expect(text).toContain('the browser has a limit of its own')
    expect(text).not.toContain('Kept for each site apart')
  })

  test('says for which versions it holds, and how their rules are known', () => {
    expect(text).toContain('- Tried in the browsers themselves: Chrome (156).')
    expect(text).toContain('what they do not tell counts as not known: Edge (151); Safari (26.6).')
    expect(text).not.toContain('Read in the browser’s source')
  })

  test('is left out where nobody has judged', () => {
    expect(said(FULL_POLICY, 'browsers', english)).toBe('')
  })
})
