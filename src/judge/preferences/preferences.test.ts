import { describe, expect, test } from 'vitest'
import { STRENGTH_NAMES, STRENGTHS } from '../../declare/preferences/index.ts'
import type { P3pPolicy, P3pStatement, Preferences } from '../../model/index.ts'
import { CHOICES, PURPOSES, RECIPIENTS, RETENTIONS } from '../../vocabulary/index.ts'
import { preferencesAgent } from './index.ts'

const use = <Id extends string>(id: Id, required: P3pStatement['purposes'][number]['required'] = null) => ({
  id,
  required,
  descriptions: [],
  extensions: [],
})

const HARMLESS: P3pStatement = {
  consequence: null,
  nonIdentifiable: false,
  purposes: [use('current')],
  recipients: [use('ours')],
  retentions: ['stated-purpose'],
  data: [],
  extensions: [],
}

const policy = (...statements: readonly Partial<P3pStatement>[]): P3pPolicy => ({
  name: 'shop',
  discuri: 'https://shop.example/privacy',
  opturi: null,
  lang: null,
  test: false,
  entity: [],
  access: 'all',
  disputes: [],
  statements: statements.map(statement => ({ ...HARMLESS, ...statement })),
  extensions: [],
})

const wishes = (some: Partial<Preferences>): Preferences => ({
  ...STRENGTHS.open,
  marketing: 'allow',
  sensitive: 'allow',
  ...some,
})
const judge = (some: Partial<Preferences>, evidence: P3pPolicy | null) => preferencesAgent(wishes(some)).judge(evidence)
const health = {
  ref: '#dynamic.miscdata',
  base: null,
  optional: false,
  categories: ['health'],
  otherCategory: null,
  value: null,
} as const

describe('a wish about uses', () => {
  test.each([
    ['allow', [true, true, true]],
    ['unless-refused', [false, true, true]],
    ['with-consent', [false, false, true]],
    ['never', [false, false, false]],
  ] as const)('%s: always, opt-out, opt-in', (wish, wanted) => {
    for (const [key, purpose] of [
      ['marketing', 'contact'],
      ['marketing', 'telemarketing'],
      ['profiling', 'pseudo-analysis'],
      ['profiling', 'individual-decision'],
      ['otherUses', 'other-purpose'],
    ] as const) {
      const accepted = (['always', 'opt-out', 'opt-in'] as const).map(
        required => judge({ [key]: wish }, policy({ purposes: [use(purpose, required)] })).accepted,
      )
      expect(accepted).toEqual(wanted)
    }
  })

  test('is not about what the visitor came for', () => {
    for (const key of ['marketing', 'profiling', 'otherUses', 'sensitive'] as const)
      expect(judge({ [key]: 'never' }, policy({})).accepted).toBe(true)
  })

  test('a choice that is not written is none', () => {
    expect(judge({ marketing: 'unless-refused' }, policy({ purposes: [use('contact')] })).accepted).toBe(false)
  })
})

describe('a wish about third parties', () => {
  test.each([
    ['none', ['ours']],
    ['delivery', ['ours', 'delivery']],
    ['same', ['ours', 'delivery', 'same']],
    ['any', ['ours', 'delivery', 'same', 'unrelated', 'public', 'other-recipient']],
  ] as const)('%s', (thirdParties, welcome) => {
    const accepted = RECIPIENTS.map(({ id }) => id).filter(
      id => judge({ thirdParties, furtherParties: 'never' }, policy({ recipients: [use(id)] })).accepted,
    )
    expect(accepted).toEqual(welcome)
  })

  test('may leave those beyond to the visitor’s consent', () => {
    const some = { thirdParties: 'delivery', furtherParties: 'with-consent' } as const
    expect(judge(some, policy({ recipients: [use('unrelated', 'opt-in')] })).accepted).toBe(true)
    expect(judge(some, policy({ recipients: [use('unrelated', 'opt-out')] })).accepted).toBe(false)
  })
})

test.each([
  ['purpose', ['no-retention', 'stated-purpose', 'legal-requirement']],
  ['limited', ['no-retention', 'stated-purpose', 'legal-requirement', 'business-practices']],
  ['any', RETENTIONS.map(({ id }) => id)],
] as const)('a wish about retention: %s', (retention, welcome) => {
  const accepted = RETENTIONS.map(({ id }) => id).filter(
    id => judge({ retention }, policy({ retentions: [id] })).accepted,
  )
  expect(accepted).toEqual(welcome)
})

test('sensitive data are for what the visitor came for, and else for what they consent to', () => {
  const accepted = (sensitive: Preferences['sensitive'], purposes: P3pStatement['purposes']) =>
    judge({ sensitive }, policy({ data: [health], purposes })).accepted
  expect(accepted('with-consent', [use('current')])).toBe(true)
  expect(accepted('with-consent', [use('current'), use('develop')])).toBe(false)
  expect(accepted('with-consent', [use('develop', 'opt-in')])).toBe(true)
  expect(accepted('never', [use('current')])).toBe(false)
})

test('anonymous data are nobody’s, but offers reach a person', () => {
  const anonymous = { nonIdentifiable: true, recipients: [use('public')], retentions: ['indefinitely'] } as const
  const strict = preferencesAgent(STRENGTHS.strict)
  expect(strict.judge(policy(anonymous)).accepted).toBe(true)
  expect(strict.judge(policy({ ...anonymous, purposes: [use('contact')] })).accepted).toBe(false)
})

test('every practice must please: one that does not spoils the policy', () => {
  const verdict = judge({ marketing: 'with-consent' }, policy({}, { purposes: [use('contact', 'opt-out')] }, {}))
  expect(verdict).toEqual({
    accepted: false,
    because: 'objections',
    objections: [
      {
        wish: 'marketing',
        wanted: 'with-consent',
        practice: { id: '2', name: null, statement: 2 },
        family: 'purpose',
        term: 'contact',
        choice: 'opt-out',
        satisfiedBy: ['opt-in', 'drop'],
      },
    ],
  })
})

test('what a practice does not say is objected to by who cares', () => {
  const silent = policy({ purposes: [], recipients: [], retentions: [] })
  expect(judge({}, silent).accepted).toBe(true)
  expect(
    preferencesAgent(STRENGTHS.careful)
      .judge(silent)
      .objections.map(({ family }) => family),
  ).toEqual(['purpose', 'recipient', 'retention'])
})

test('a site that declares nothing, or only tries, is treated as the visitor says', () => {
  for (const evidence of [null, { ...policy({}), test: true }]) {
    expect(judge({ withoutPolicy: 'accept' }, evidence)).toEqual({
      accepted: true,
      because: 'no-policy',
      objections: [],
    })
    expect(judge({ withoutPolicy: 'refuse' }, evidence).accepted).toBe(false)
  }
})

test('what a strength refuses, the next one refuses too', () => {
  const agents = STRENGTH_NAMES.map(name => preferencesAgent(STRENGTHS[name]))
  const refused = PURPOSES.flatMap(purpose =>
    RECIPIENTS.flatMap(recipient =>
      RETENTIONS.flatMap(retention =>
        CHOICES.map(choice =>
          agents.map(({ judge }) => {
            const uses = { purposes: [use(purpose.id, choice)], recipients: [use(recipient.id, choice)] }
            return !judge(policy({ ...uses, retentions: [retention.id], data: [health] })).accepted
          }),
        ),
      ),
    ),
  )
  for (const [open, careful, strict] of refused) expect([!open || careful, !careful || strict]).toEqual([true, true])
})
