import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { ASKING } from '../../../test/support/consent-declaration.ts'
import { withTexts } from '../../../test/support/hostile-policy.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { consentTerms, standingOf, toAsk } from '../../compile/index.ts'
import { LANGUAGES } from '../../messages/index.ts'
import type { Policy, StandingChoice } from '../../model/index.ts'
import { askedNow, barFor, type ConsentView, choicesPage, dialogHtml, reopenerFor, wordsShown } from './index.ts'

function viewOf(policy: Policy, rest: Partial<Pick<ConsentView, 'choice' | 'signal' | 'language'>> = {}): ConsentView {
  const { choice = null, signal = false, language = 'en' } = rest
  const terms = consentTerms(policy)
  const standing = standingOf(terms, choice, signal)
  const questions = toAsk(terms, choice, signal)
  return { policy, terms, standing, choice, signal, questions, language, base: '/candor', back: '/a?b=1&c=2' }
}

/** A choice made about another form of the same practices: in what it was another is known of every second one. */
const overtaken = (policy: Policy): StandingChoice => ({
  subject: null,
  at: '2026-11-22T12:00:00.000Z',
  how: 'button',
  language: 'en',
  recorded: true,
  decisions: Object.fromEntries(
    policy.practices.map(({ id }, at) => {
      const made = { decision: 'granted', digest: '00000000' } as const
      return [id, at % 2 === 0 ? { ...made, marks: 'AAAAAAAAAA' } : made]
    }),
  ),
})

/** Fails where anything is not closed, not quoted, or out of its place; gives back the text. */
function readStrictly(xml: string): string {
  const parser = new SaxesParser()
  let text = ''
  parser.on('error', error => {
    throw error
  })
  parser.on('text', piece => {
    text += piece
  })
  parser.write(xml).close()
  return text
}

const everything = (view: ConsentView): readonly string[] => [
  `<div>${barFor(view)(view.back)}${dialogHtml(view)}${reopenerFor(view, false)(view.back)}</div>`,
  choicesPage(view, 'saved'),
]

describe.each(LANGUAGES)('in %s', language => {
  test('every policy is asked about in whole elements and whole sentences', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, fc.boolean(), fc.boolean(), (declaration, signal, again) => {
        const policy = policyOf(declaration)
        const view = viewOf(policy, { language, signal, choice: again ? overtaken(policy) : null })
        for (const html of everything(view)) expect(readStrictly(html)).not.toMatch(/undefined|\[object|\bnull\b/)
      }),
      { numRuns: 30 },
    )
  })

  test('what a site says cannot leave its place', () => {
    const evil = '</p></div><script>alert(1)</script><input name="choice" value="accept"/>" onclick="x" \u0000 \u202e'
    const view = viewOf(withTexts(policyOf(ASKING), evil), { language })
    for (const html of everything(view)) {
      expect(html).not.toContain('<script')
      expect(readStrictly(html)).toContain('<script>alert(1)</script>')
    }
  })
})

test('every practice that leaves a choice has a switch, and no other', () => {
  const page = choicesPage(viewOf(policyOf(ASKING)), null)
  expect([...page.matchAll(/name="allow" value="(\w+)"/g)].map(([, id]) => id)).toEqual([
    'statistics',
    'ads',
    'suggestions',
  ])
})

test('nothing is switched on for a visitor that they have not agreed to, but what happens until they refuse', () => {
  const page = choicesPage(viewOf(policyOf(ASKING)), null)
  expect([...page.matchAll(/value="(\w+)"[^>]*checked/g)].map(([, id]) => id)).toEqual(['suggestions'])
})

test('a person reads why, for what, who gets it, for how long, and what is put on their device', () => {
  const text = readStrictly(`<div>${barFor(viewOf(policyOf(ASKING)))('/')}</div>`)
  for (const said of [
    'We count which pages are read',
    'Research and development',
    'Broadway Ads (*.broadway-ads.example)',
    '13 months',
    '_visit, visit-*',
  ])
    expect(text).toContain(said)
})

test.each([
  [
    'en',
    'Changed since you chose: which data are collected, what the data are used for, who gets the data, how long the data are kept and whether the data can be linked to you.',
  ],
  [
    'bg',
    'Променено от последния ви избор: какви данни се събират, за какво се използват данните, кой получава данните, колко дълго се пазят данните и дали данните могат да се свържат с вас.',
  ],
] as const)('what has changed in a practice is said on the page of choices too (%s)', (language, said) => {
  const policy = policyOf(ASKING)
  const decisions = { ads: { decision: 'refused', digest: '00000000', marks: '__________' } } as const
  const text = readStrictly(
    choicesPage(viewOf(policy, { language, choice: { ...overtaken(policy), decisions } }), null),
  )
  expect(text).toContain(said)
  // The rule may be what has changed, and not the time.
  expect(text).toContain(language === 'en' ? '90 days. As long as our own rules say.' : '90 дни. Докато казват')
  expect(text).toContain(
    language === 'en' ? 'Can they be linked to you? changed' : 'Могат ли да се свържат с вас? променено',
  )
})

test('the words that a receipt tells of are those of what was decided, whatever the visitor had switched on', () => {
  const policy = policyOf(ASKING)
  const first = viewOf(policy)
  const [statistics, ads] = askedNow(first)
  if (statistics === undefined || ads === undefined) throw new Error('the fixture asks')
  expect(wordsShown(first, [statistics])).toContain('We count which pages are read')
  expect(wordsShown(first, [statistics])).not.toContain('Broadway')
  const choice = {
    ...overtaken(policy),
    decisions: { statistics: { decision: 'granted', digest: statistics.digest } },
  } as const
  expect(wordsShown(viewOf(policy, { choice }), [statistics])).toBe(wordsShown(first, [statistics]))
})
