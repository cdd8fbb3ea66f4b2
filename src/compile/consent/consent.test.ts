import { describe, expect, test } from 'vitest'
import { ASKING, askingPolicy, choiceOf, unrecorded } from '../../../test/support/door-policy.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import type { StandingChoice } from '../../model/index.ts'
import { changedAspects } from './aspect-marks.ts'
import { consentTerms, keptWithoutChoice, standingOf, toAsk } from './index.ts'

type PracticeInput = NonNullable<DeclarationInput['practices']>[string]

const policy = askingPolicy()
const terms = consentTerms(policy)

const termOf = (practice: object) =>
  consentTerms(
    policyOf({ ...SOUND, practices: { shop: { ...SOUND.practices?.['shop'], ...practice } as PracticeInput } }),
  )[0]

const because = (choice: StandingChoice | null, signal = false) =>
  Object.fromEntries([...standingOf(terms, choice, signal)].map(([id, { because }]) => [id, because]))
const allowed = (choice: StandingChoice | null, signal = false) =>
  [...standingOf(terms, choice, signal)].filter(([, { allowed }]) => allowed).map(([id]) => id)

describe('what a practice needs', () => {
  test.each([
    ['nothing', { purposes: 'current' }],
    ['consent', { purposes: { current: 'always', contact: 'opt-in' } }],
    ['consent', { purposes: { contact: 'opt-out' }, recipients: { same: 'opt-in' } }],
    ['consent', { basis: 'consent' }],
    ['objection', { purposes: { current: 'always', contact: 'opt-out' } }],
  ])('%s', (needs, practice) => {
    expect(termOf(practice)?.needs).toBe(needs)
  })
})

describe('Global Privacy Control speaks to what sells, shares or markets', () => {
  test.each([
    [true, { purposes: { contact: 'opt-in' } }],
    [true, { purposes: ['current', 'pseudo-analysis'], recipients: ['ours', 'unrelated'] }],
    [false, { purposes: 'current', recipients: { 'other-recipient': { text: 'The bank' } } }],
    [false, { purposes: ['current', 'pseudo-analysis'], recipients: ['ours', 'delivery'] }],
  ])('%s', (signal, practice) => {
    expect(termOf(practice)?.signal).toBe(signal)
  })
})

describe('the digest', () => {
  const before = termOf({})?.digest

  test('has 8 hexadecimal digits', () => {
    expect(before).toMatch(/^[0-9a-f]{8}$/)
  })

  test.each([
    ['data', ['data'], { data: ['dynamic.clickstream'] }],
    ['purposes', ['purposes'], { purposes: ['current', 'develop'] }],
    ['a choice', ['purposes'], { purposes: { current: 'always', admin: 'opt-out' } }],
    ['recipients', ['recipients'], { recipients: ['ours', 'same'] }],
    ['a recipient’s hosts', ['recipients'], { recipients: { ours: { hosts: ['stats.example'] } } }],
    ['retention', ['retention'], { retention: { rule: 'stated-purpose', period: '2 years' } }],
    ['identifiable', ['identifiable'], { identifiable: false }],
    ['several', ['purposes', 'identifiable'], { identifiable: false, purposes: ['current', 'develop'] }],
  ])('changes with %s, and the marks tell with what', (_, changed, practice) => {
    const after = termOf(practice)
    expect(after?.digest).not.toBe(before)
    expect(changedAspects(termOf({})?.marks, after?.marks ?? '')).toEqual(changed)
  })

  test.each([
    [
      'what another purpose is',
      'purposes',
      { purposes: { current: 'always', 'other-purpose': { text: 'We paint with it.' } } },
      { purposes: { current: 'always', 'other-purpose': { text: 'We tell your insurer.' } } },
    ],
    [
      'who gets the data',
      'recipients',
      { recipients: { ours: 'always', unrelated: { text: 'Broadway Ads' } } },
      { recipients: { ours: 'always', unrelated: { text: 'Hollywood Data' } } },
    ],
    [
      'which data of the site’s own they are',
      'data',
      { data: [{ name: 'The name of your dog', categories: ['preference'] }] },
      { data: [{ name: 'The name of your party', categories: ['preference'] }] },
    ],
  ])('changes with words where they alone say %s', (_, aspect, one, other) => {
    const [before, after] = [termOf(one), termOf(other)]
    expect(after?.digest).not.toBe(before?.digest)
    expect(changedAspects(before?.marks, after?.marks ?? '')).toEqual([aspect])
  })

  test('does not change with a translation', () => {
    const translated = (bg: string) =>
      termOf({ recipients: { ours: 'always', unrelated: { text: { en: 'Broadway Ads', bg } } } })?.digest
    expect(translated('Бродуей Адс')).toBe(translated('Рекламодателят „Бродуей“'))
  })

  test('does not change with words', () => {
    const reworded = termOf({ name: { en: 'The shop', bg: 'Магазинът' }, reason: 'So that you can buy.' })
    expect([reworded?.digest, reworded?.marks]).toEqual([before, termOf({})?.marks])
  })
})

describe('what may happen', () => {
  test('before anybody was asked: what is needed, and what nobody has objected to', () => {
    expect(because(null)).toEqual({
      shop: 'necessary',
      statistics: 'not-asked',
      advertising: 'not-asked',
      tips: 'not-objected',
    })
    expect(allowed(null)).toEqual(['shop', 'tips'])
  })

  test('what was granted, and not what was refused', () => {
    const choice = choiceOf(policy, { statistics: 'granted', advertising: 'refused', tips: 'refused' })
    expect(because(choice)).toEqual({
      shop: 'necessary',
      statistics: 'granted',
      advertising: 'refused',
      tips: 'refused',
    })
    expect(allowed(choice)).toEqual(['shop', 'statistics'])
  })

  test('the browser’s signal outweighs a yes, for what sells, shares or markets', () => {
    const all = choiceOf(policy, { statistics: 'granted', advertising: 'granted', tips: 'granted' })
    expect(because(all, true)).toEqual({
      shop: 'necessary',
      statistics: 'granted',
      advertising: 'signal',
      tips: 'signal',
    })
  })

  test('a yes to something else is none; a no stays a no', () => {
    const old = { decision: 'granted', digest: '00000000' } as const
    const choice = {
      ...choiceOf(policy, {}),
      decisions: { statistics: old, tips: old, advertising: { ...old, decision: 'refused' as const } },
    }
    expect(because(choice)).toMatchObject({ statistics: 'changed', tips: 'not-objected', advertising: 'refused' })
  })

  test('a yes that could not be recorded does not count yet; a no counts at once', () => {
    const choice = unrecorded(policy, choiceOf(policy, { statistics: 'granted', advertising: 'refused' }))
    expect(because(choice)).toMatchObject({ statistics: 'unrecorded', advertising: 'refused' })
  })
})

describe('what to ask', () => {
  const everything = { statistics: 'refused', advertising: 'granted', tips: 'refused' } as const

  test('a new visitor: what needs their yes', () => {
    expect(toAsk(terms, null, false)).toEqual([
      { practice: 'statistics', because: 'new', changed: [] },
      { practice: 'advertising', because: 'new', changed: [] },
    ])
  })

  test('nothing that the browser has answered', () => {
    expect(toAsk(terms, null, true)).toEqual([{ practice: 'statistics', because: 'new', changed: [] }])
  })

  test('nobody who has decided, whatever they decided', () => {
    expect(toAsk(terms, choiceOf(policy, everything), false)).toEqual([])
  })

  test('again about what has changed, and about nothing else', () => {
    const practices = {
      ...ASKING.practices,
      statistics: { ...ASKING.practices?.['statistics'], recipients: ['ours', 'same'] } as PracticeInput,
    }
    const later = consentTerms(policyOf({ ...ASKING, practices }))
    expect(toAsk(later, choiceOf(policy, everything), false)).toEqual([
      { practice: 'statistics', because: 'changed', changed: ['recipients'] },
    ])
  })
})

test('a choice without marks, or with marks that look the same, tells only that something has changed', () => {
  const made = { decision: 'granted', digest: '00000000' } as const
  const asked = (marks?: string) =>
    toAsk(
      terms,
      {
        ...choiceOf(policy, {}),
        decisions: { statistics: marks === undefined ? made : { ...made, marks }, advertising: made },
      },
      false,
    )
  const [, statistics] = terms
  for (const marks of [undefined, statistics?.marks])
    expect(asked(marks)[0]).toEqual({ practice: 'statistics', because: 'changed', changed: [] })
})

test('what is kept only for uses without a choice needs nobody’s consent, unless all of the practice does', () => {
  const [, statistics, , tips] = policy.practices
  if (statistics === undefined || tips === undefined) throw new Error('the policy lacks its practices')
  expect(keptWithoutChoice(tips, ['current'])).toBe(true)
  expect(keptWithoutChoice(tips, ['current', 'contact'])).toBe(false)
  expect(keptWithoutChoice(tips, null)).toBe(false)
  expect(keptWithoutChoice({ ...statistics, purposes: tips.purposes }, ['current'])).toBe(false)
})
