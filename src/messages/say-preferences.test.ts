import { expect, test } from 'vitest'
import type { AppelVerdict, PreferenceObjection } from '../model/index.ts'
import { explainAppel, sayAppelVerdict, sayObjection, sayPreferenceVerdict } from './index.ts'

const OBJECTION: PreferenceObjection = {
  wish: 'marketing',
  wanted: 'with-consent',
  practice: { id: 'news', name: { en: 'Newsletter', bg: 'Бюлетин' }, statement: null },
  family: 'purpose',
  term: 'contact',
  choice: 'opt-out',
  satisfiedBy: ['opt-in', 'drop'],
}

test('an objection says what is done, what is wanted, and what would do', () => {
  expect(sayObjection(OBJECTION, 'en')).toBe(
    'The practice “Newsletter” (news) uses data for this: Marketing contact; until you refuse. You want marketing only with your consent. What would do: to ask for your consent first or to leave it out.',
  )
  expect(sayObjection(OBJECTION, 'bg')).toBe(
    'Практиката „Бюлетин“ (news) използва данни за следното: Връзка с цел маркетинг; докато не откажете. Искате маркетинг само с ваше съгласие. Би било достатъчно: първо да поиска съгласието ви или да се откаже от това.',
  )
})

test('a statement without a name is called by its number', () => {
  const practice = { id: '2', name: null, statement: 2 }
  const kept = {
    wish: 'retention',
    wanted: 'limited',
    family: 'retention',
    term: 'indefinitely',
    choice: null,
  } as const
  expect(sayObjection({ ...kept, practice, satisfiedBy: ['limit', 'drop'] }, 'en')).toBe(
    'Statement 2 keeps data longer than you want: Without limit. You do not want data to be kept without limit. What would do: to limit how long it keeps them or to leave it out.',
  )
  const silent = { wish: 'thirdParties', wanted: 'delivery', family: 'recipient', term: null, choice: null } as const
  expect(sayObjection({ ...silent, practice, satisfiedBy: ['state'] }, 'en')).toBe(
    'Statement 2 does not say who gets the data. You want the data to stay with the site and those who deliver. What would do: to say so.',
  )
})

test('a verdict is a sentence', () => {
  const verdict = { accepted: false, because: 'objections', objections: [OBJECTION] } as const
  expect(sayPreferenceVerdict(verdict, 'en')).toBe('The site does not please: 1 thing stands against your preferences.')
  expect(sayPreferenceVerdict({ accepted: false, because: 'no-policy', objections: [] }, 'en')).toBe(
    'The site declares nothing, and that is not acceptable to you.',
  )
})

const VERDICT: AppelVerdict = {
  rule: 2,
  behavior: 'limited',
  prompt: true,
  promptMessage: null,
  description: 'Marketing',
  because: 'pattern',
  why: [
    {
      found: true,
      path: ['POLICY', 'STATEMENT', 'PURPOSE', 'contact'],
      statement: 3,
      attributes: { required: 'always' },
    },
    { found: false, path: ['POLICY', 'ACCESS', 'all'], statement: null, attributes: {} },
  ],
}

test('the verdict of a ruleset names the rule, and what in the policy made it fit', () => {
  expect(sayAppelVerdict(VERDICT, 'en')).toEqual([
    'Rule 2 decides: the page is fetched without cookies and all else that is not needed.',
    'You are asked first.',
    'It says: Marketing',
    'Statement 3 has PURPOSE › contact required="always".',
    'The policy does not have ACCESS › all.',
  ])
})

test('a ruleset is told rule by rule', () => {
  const leaf = (name: string) => ({ name, attributes: {}, connective: 'and', children: [] }) as const
  const purpose = {
    ...leaf('PURPOSE'),
    connective: 'non-or',
    children: [leaf('contact'), leaf('telemarketing')],
  } as const
  const common = { prompt: false, promptMessage: null, description: null, persona: null, connective: 'and' } as const
  const rules = [
    { ...common, behavior: 'request', otherwise: false, patterns: [{ ...leaf('STATEMENT'), children: [purpose] }] },
    { ...common, behavior: 'block', otherwise: true, patterns: [] },
  ] as const
  expect(explainAppel({ createdBy: null, createdOn: null, description: null, rules }, 'en')).toEqual([
    'Rule 1: the page is fetched as usual, where STATEMENT › PURPOSE has none of (contact or telemarketing).',
    'Rule 2: the page is not fetched in all other cases.',
  ])
})
