import { describe, expect, test } from 'vitest'
import { decodeAppel, lintAppel } from '../../codec/appel/index.ts'
import { decodeP3p } from '../../codec/p3p-xml/index.ts'
import type { AppelRuleset, P3pPolicy } from '../../model/index.ts'
import { APPEL_PRESETS, type AppelPresetName, judgeByAppel } from './index.ts'

function ruleset(body: string, ruleAttributes = ''): AppelRuleset {
  const decoded = decodeAppel(`<RULESET xmlns="http://www.w3.org/2002/04/APPELv1">
    <RULE behavior="block" ${ruleAttributes}>${body}</RULE>
    <RULE behavior="request"><OTHERWISE/></RULE></RULESET>`)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues))
  return decoded.value
}

interface Parts {
  readonly purposes?: string
  readonly recipients?: string
  readonly retention?: string
  readonly data?: string
}

const COOKIES = '<DATA ref="#dynamic.cookies"><CATEGORIES><state/></CATEGORIES></DATA>'
const statement = ({
  purposes = '<current/>',
  recipients = '<ours/>',
  retention = '<stated-purpose/>',
  data = COOKIES,
}: Parts = {}) =>
  `<STATEMENT><PURPOSE>${purposes}</PURPOSE><RECIPIENT>${recipients}</RECIPIENT><RETENTION>${retention}</RETENTION><DATA-GROUP>${data}</DATA-GROUP></STATEMENT>`

interface Frame {
  readonly access?: string
  readonly disputes?: string
  readonly test?: boolean
}

function policy(
  statements: readonly Parts[],
  { access = '<nonident/>', disputes = '', test = false }: Frame = {},
): P3pPolicy {
  const decoded =
    decodeP3p(`<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY name="shop" discuri="https://shop.example/privacy" opturi="https://shop.example/choices">
    ${test ? '<TEST/>' : ''}<ENTITY><DATA-GROUP><DATA ref="#business.name">Shop</DATA><DATA ref="#business.contact-info.online.email">a@shop.example</DATA></DATA-GROUP></ENTITY>
    <ACCESS>${access}</ACCESS>${disputes === '' ? '' : `<DISPUTES-GROUP>${disputes}</DISPUTES-GROUP>`}${statements.map(statement).join('')}</POLICY></POLICIES>`)
  const found = decoded.ok && decoded.value.kind === 'policies' ? decoded.value.policies.policies[0] : undefined
  if (found === undefined) throw new Error(JSON.stringify(decoded.issues))
  return found
}

const inStatement = (body: string) => `<POLICY><STATEMENT>${body}</STATEMENT></POLICY>`
const isBlocked = (body: string, evidence: P3pPolicy | null, uri?: string): boolean =>
  judgeByAppel(ruleset(body), evidence, uri === undefined ? {} : { uri }).behavior === 'block'

describe('the connectives', () => {
  const one = policy([{ purposes: '<contact/>' }])
  const both = policy([{ purposes: '<contact/><telemarketing/>' }])
  const more = policy([{ purposes: '<contact/><telemarketing/><admin/>' }])
  const none = policy([{ purposes: '<admin/>' }])
  test.each([
    ['and', [false, true, true, false]],
    ['or', [true, true, true, false]],
    ['non-and', [true, false, false, true]],
    ['non-or', [false, false, false, true]],
    ['and-exact', [false, true, false, false]],
    ['or-exact', [true, true, false, false]],
  ])('%s', (connective, wanted) => {
    const body = inStatement(`<PURPOSE connective="${connective}"><contact/><telemarketing/></PURPOSE>`)
    expect([one, both, more, none].map(evidence => isBlocked(body, evidence))).toEqual(wanted)
  })

  test('join the patterns of a rule too', () => {
    const body = inStatement('<PURPOSE><contact/></PURPOSE>')
    expect(judgeByAppel(ruleset(body, 'connective="non-or"'), none).behavior).toBe('block')
    expect(judgeByAppel(ruleset(body, 'connective="non-or"'), one).behavior).toBe('request')
  })
})

describe('what a policy holds without writing it', () => {
  test('a use is always, unless it says otherwise', () => {
    const always = inStatement('<PURPOSE><contact required="always"/></PURPOSE>')
    expect(isBlocked(always, policy([{ purposes: '<contact/>' }]))).toBe(true)
    expect(isBlocked(always, policy([{ purposes: '<contact required="opt-in"/>' }]))).toBe(false)
    expect(
      isBlocked(
        inStatement('<RECIPIENT><unrelated required="always"/></RECIPIENT>'),
        policy([{ recipients: '<ours/><unrelated/>' }]),
      ),
    ).toBe(true)
  })

  test('data are not optional, unless it says so', () => {
    expect(isBlocked(inStatement('<DATA-GROUP><DATA optional="no"/></DATA-GROUP>'), policy([{}]))).toBe(true)
  })

  test('fixed data have the categories of their schema, and no others', () => {
    const physical = inStatement('<DATA-GROUP><DATA><CATEGORIES><physical/></CATEGORIES></DATA></DATA-GROUP>')
    expect(isBlocked(physical, policy([{ data: '<DATA ref="#user.name.given"/>' }]))).toBe(true)
    const health = physical.replace('physical', 'health')
    expect(
      isBlocked(health, policy([{ data: '<DATA ref="#user.name.given"><CATEGORIES><health/></CATEGORIES></DATA>' }])),
    ).toBe(false)
  })
})

describe('data', () => {
  test.each([
    ['#user.*', '#user.name.given', true],
    ['#user.name', '#user.name', true],
    ['#user.name', '#user.name.given', true],
    ['#user.name.given', '#user.name', true],
    ['#user.*', '#user.name', true],
    ['#user.name', '#user.gender', false],
    ['#user.na', '#user.name', false],
    ['#dynamic.*', '#user.name', false],
  ])('a pattern for %s and a policy with %s: %s', (pattern, ref, wanted) => {
    const body = inStatement(`<DATA-GROUP><DATA ref="${pattern}"/></DATA-GROUP>`)
    expect(isBlocked(body, policy([{ data: `<DATA ref="${ref}"/>` }]))).toBe(wanted)
  })
})

test('wildcards stand for any characters in an attribute', () => {
  const sealed = policy([{}], {
    disputes: '<DISPUTES resolution-type="independent" service="https://seal.example/shop"/>',
  })
  const body = (service: string) => `<POLICY><DISPUTES-GROUP><DISPUTES service="${service}"/></DISPUTES-GROUP></POLICY>`
  expect(isBlocked(body('https://seal.example/*'), sealed)).toBe(true)
  expect(isBlocked(body('https://other.example/*'), sealed)).toBe(false)
})

test('a rule may ask for the address, and is not true where that is not known', () => {
  const body = '<REQUEST-GROUP><REQUEST uri="https://shop.example/*"/></REQUEST-GROUP>'
  expect(isBlocked(body, null, 'https://shop.example/a')).toBe(true)
  expect(isBlocked(body, null, 'https://b.example/')).toBe(false)
  expect(isBlocked(body, null)).toBe(false)
})

test('without a policy, or with one that is only a test, OTHERWISE decides', () => {
  expect(judgeByAppel(ruleset('<POLICY/>'), policy([{}])).because).toBe('pattern')
  expect(judgeByAppel(ruleset('<POLICY/>'), null)).toMatchObject({ rule: 2, because: 'otherwise', why: [] })
  expect(judgeByAppel(ruleset('<POLICY/>'), policy([{}], { test: true })).because).toBe('otherwise')
})

test('without a rule that fires nothing is decided', () => {
  const { rules } = ruleset('<POLICY/>')
  expect(judgeByAppel({ ...ruleset('<POLICY/>'), rules: rules.slice(0, 1) }, null)).toMatchObject({
    rule: null,
    behavior: null,
    because: 'no-rule',
  })
})

test('a verdict shows what in which statement fitted', () => {
  const body = inStatement(
    '<PURPOSE connective="or"><contact/><telemarketing/></PURPOSE><RECIPIENT connective="non-or"><delivery/></RECIPIENT>',
  )
  expect(judgeByAppel(ruleset(body), policy([{}, { purposes: '<admin/><contact required="opt-out"/>' }])).why).toEqual([
    {
      found: true,
      path: ['POLICY', 'STATEMENT', 'PURPOSE', 'contact'],
      statement: 2,
      attributes: { required: 'opt-out' },
    },
    { found: false, path: ['POLICY', 'STATEMENT', 'RECIPIENT', 'delivery'], statement: 2, attributes: {} },
  ])
})

describe('the presets', () => {
  const harmless = policy([{}])
  const sold = policy([{}, { purposes: '<contact/>', recipients: '<ours/><unrelated/>' }])
  const health = policy([{ data: '<DATA ref="#dynamic.miscdata"><CATEGORIES><health/></CATEGORIES></DATA>' }], {
    access: '<all/>',
  })
  const sealed = '<DISPUTES resolution-type="independent" service="https://seal.example/"/>'
  const sealedHealth = policy([{ data: '<DATA ref="#dynamic.miscdata"><CATEGORIES><health/></CATEGORIES></DATA>' }], {
    disputes: sealed,
  })
  const say = (name: AppelPresetName, evidence: P3pPolicy | null) => {
    const { behavior, prompt } = judgeByAppel(APPEL_PRESETS[name], evidence)
    return prompt ? `${behavior}?` : behavior
  }
  test.each([
    ['almost-anonymous', ['request', 'limited', 'limited?', 'request', 'limited']],
    ['privacy-and-commerce', ['request', 'limited?', 'limited?', 'limited?', 'request']],
    ['look-for-the-seal', ['request', 'limited?', 'limited?', 'request?', 'request']],
    ['information-only', ['request', 'request?', 'request?', 'request?', 'request']],
  ] as const)('%s', (name, wanted) => {
    expect([harmless, sold, health, sealedHealth, null].map(evidence => say(name, evidence))).toEqual(wanted)
  })

  test('do not fall into the traps of APPEL', () => {
    for (const preset of Object.values(APPEL_PRESETS)) expect(lintAppel(preset)).toEqual([])
  })
})
