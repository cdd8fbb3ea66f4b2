import { expect, test } from 'vitest'
import { policyOf, SOUND } from '../../../../test/support/policy-of.ts'
import type { PracticeStanding } from '../../../model/index.ts'
import { hostRules } from './host-rules.ts'

const practice = (hosts: string[]) => ({
  ...SOUND.practices['shop'],
  recipients: { unrelated: { text: 'Others', hosts } },
})
const POLICY = policyOf({
  ...SOUND,
  practices: {
    shop: {
      ...SOUND.practices['shop'],
      recipients: { ours: 'always', unrelated: { text: 'Payments', hosts: ['pay.both.example'] } },
    },
    ads: practice(['*.both.example', 'ads.example']),
    stats: practice(['open.both.example', 'ads.example']),
  },
} as typeof SOUND)

const NECESSARY: PracticeStanding = { allowed: true, because: 'necessary' }
const GRANTED: PracticeStanding = { allowed: true, because: 'granted' }
const REFUSED: PracticeStanding = { allowed: false, because: 'refused' }
const rules = (ads: PracticeStanding, stats: PracticeStanding) =>
  hostRules(
    POLICY,
    new Map([
      ['shop', NECESSARY],
      ['ads', ads],
      ['stats', stats],
    ]),
  )

test('a host is held while no practice that names it is allowed', () => {
  expect(rules(REFUSED, REFUSED)?.of('ads.example')).toEqual({ practices: 'ads stats', held: true })
  expect(rules(REFUSED, GRANTED)?.of('ADS.example.')).toEqual({ practices: 'ads stats', held: false })
  expect(rules(REFUSED, REFUSED)?.of('other.example')).toBeNull()
})

test('the narrowest name decides: an open host below one that is held stays open, one that needs nothing is free', () => {
  const held = rules(REFUSED, GRANTED)
  expect(held?.of('a.b.both.example')?.held).toBe(true)
  expect(held?.of('open.both.example')?.held).toBe(false)
  expect(held?.of('pay.both.example')).toBeNull()
  expect(held?.of('both.example')).toBeNull()
})

test('a text names a host only whole', () => {
  const held = rules(REFUSED, REFUSED)
  expect(held?.namedIn('load("//ads.example/x")')?.held).toBe(true)
  expect(held?.namedIn('"https://cdn.both.example"')?.practices).toBe('ads')
  for (const text of ['myads.example', 'ads.example.org', 'ads-example', 'x.ads.example', 'both.example'])
    expect(held?.namedIn(text), text).toBeNull()
})

test('a text of no end is looked through in no time to speak of', () => {
  expect(rules(REFUSED, REFUSED)?.namedIn('a.'.repeat(200_000))).toBeNull()
})

test('a policy whose hosts depend on nothing has no rules', () => {
  expect(rules(NECESSARY, NECESSARY)).toBeNull()
})
