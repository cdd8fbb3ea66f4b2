import { describe, expect, test } from 'vitest'
import { LEVEL_PARTIES, LIFETIMES } from '../../../model/index.ts'
import { netscape7 } from './agent.ts'
import { partyOf } from './party.ts'
import { readNetscapePolicy } from './read.ts'

const actionsOf = (header: string, level: string) => {
  const verdicts = netscape7.report(header, [level]).levels[level]
  return LEVEL_PARTIES.flatMap(party => LIFETIMES.map(lifetime => verdicts?.[party][lifetime].action[0])).join('')
}
const cp = (tokens: string) => `CP="${tokens}"`

describe('each level, by what the policy lets the visitor choose', () => {
  // First party persistent and session, third party persistent and session.
  test.each([
    ['policyref="/w3c/p3p.xml"', 'aaff', 'ffff', 'ffrr'],
    [cp('NOI CUR PHY'), 'aaff', 'ffff', 'ffrr'],
    [cp('NOI CUR CONa'), 'aaff', 'ffff', 'ffrr'],
    [cp('NOI CUR CONo OUR'), 'aaaa', 'aaaa', 'aada'],
    [cp('NOI CUR CONi OUR'), 'aaaa', 'aaaa', 'aaaa'],
    [cp('NOI CUR OUR NAV'), 'aaaa', 'aaaa', 'aaaa'],
  ])('%s', (header, low, medium, high) => {
    expect(['low', 'medium', 'high'].map(level => actionsOf(header, level))).toEqual([low, medium, high])
  })
})

describe('one bad token', () => {
  test.each(['AMZN', 'CUS', 'TST', 'NO', 'LONGER', 'cur'])('%s makes the policy unreadable', token => {
    const report = netscape7.report(cp(`NOI CUR ${token} OUR`))
    expect(report.levels['high']?.['third-party'].session).toEqual({
      action: 'reject',
      reason: 'unreadable',
      rule: 'level-unreadable',
    })
    expect(report.because.unreadable).toEqual([token])
    expect(report.repairs[0]?.change).toEqual({ [token]: 'drop' })
  })
  test('a fourth letter is read as a suffix, whatever it is', () => {
    expect(actionsOf(cp('NOI CURa PSAx OUR'), 'high')).toBe('aaaa')
    expect(actionsOf(cp('NOI CUR CONx OUR'), 'high')).toBe('ffrr')
    expect(actionsOf(cp('NOI CUR PHYi'), 'high')).toBe('ffrr')
  })
})

describe('what counts', () => {
  const standing = (tokens: string) => actionsOf(cp(tokens), 'high')

  test.each(['FIN', 'GOV', 'ONL', 'PHY', 'UNI'])('%s is never consented to', category => {
    expect(standing(`CUR CONi ${category}`)).toBe('ffrr')
  })
  test.each(['CON', 'DEL', 'IVA', 'IVD', 'OTP', 'OTR', 'PUB', 'SAM', 'TEL', 'UNR'])('%s wants a choice', use => {
    expect(['', 'a', 'o', 'i'].map(suffix => standing(`CUR ${use}${suffix}`))).toEqual(['ffrr', 'ffrr', 'aada', 'aaaa'])
  })
  test('the worst of several decides', () => {
    expect(standing('CUR CONi TELo')).toBe('aada')
    expect(standing('CUR CONi TELo CONa')).toBe('ffrr')
  })
})

describe('where it looks for the policy', () => {
  test('spaces around the sign, any case, and text after the closing quotation mark', () => {
    expect(actionsOf('cp = "NOI CONo OUR", policyref="/p3p.xml"', 'high')).toBe('aada')
  })
  test('a token at the very end without a quotation mark is not seen', () => {
    expect(actionsOf('CP=NOI OUR PHY', 'high')).toBe('aaaa')
    expect(actionsOf('CP=NOI PHY OUR', 'high')).toBe('ffrr')
    expect(actionsOf('CP=PHY', 'high')).toBe('ffrr')
  })
  test('a space before the first token hides them all', () => {
    expect(readNetscapePolicy('CP=" NOI CONi"')).toBeNull()
  })
  test('the letters CP earlier in the header mislead it', () => {
    expect(readNetscapePolicy('policyref="/cp/p3p.xml", CP="NOI CUR OUR"')).toBeNull()
  })
  test('a bare list of tokens is taken as if it stood in quotation marks', () => {
    expect(actionsOf('NOI CUR OUR PHY', 'high')).toBe('ffrr')
  })
})

describe('a setting of eight letters', () => {
  test('is a level of its own', () => {
    expect(actionsOf(cp('NOI CUR CONo'), 'drdrddaa')).toBe('dada')
    expect(actionsOf('policyref="x"', 'drdraaaa')).toBe('darr')
  })
  test.each(['drdraaa', 'drdraaaaa', 'xrdraaaa', 'lowest', ''])('%s is none', setting => {
    expect(netscape7.isLevel(setting)).toBe(false)
  })
  test('that refuses what is satisfactory says that the setting does so', () => {
    const report = netscape7.report(cp('NOI CUR'), ['rrrrrrrr'])
    expect(report.levels['rrrrrrrr']?.['first-party'].session).toMatchObject({
      action: 'reject',
      rule: 'level-setting',
    })
    expect(report.repairs).toEqual([])
  })
})

describe('parties', () => {
  test.each([
    ['www.shop.example', 'www.shop.example', 'first-party'],
    ['img.shop.example', 'www.shop.example', 'first-party'],
    ['shop.example', 'www.shop.example', 'third-party'],
    ['other.example', 'shop.example', 'third-party'],
    ['a.img.shop.example', 'www.shop.example', 'third-party'],
    ['localhost', 'localhost', 'first-party'],
  ])('%s on a page of %s is %s', (host, top, party) => {
    expect(partyOf(host, top)).toBe(party)
  })
})
