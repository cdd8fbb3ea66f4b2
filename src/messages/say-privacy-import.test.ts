import { expect, test } from 'vitest'
import { EMPTY_PRIVACY_IMPORT, type ImportRule, type ImportSetting } from '../model/index.ts'
import { explainImportSetting, explainPrivacyImport, sayImportVerdict } from './index.ts'

const rule = (expression: string, action: ImportRule['action']): ImportRule => ({
  conditions: expression.split(',').map(token => ({ token: token.replace('!', ''), not: token.startsWith('!') })),
  action,
})
const setting = (rules: readonly ImportRule[]): ImportSetting => ({
  noPolicy: 'reject',
  noRule: 'accept',
  session: false,
  rules,
})

test('rules in a row that do the same and differ in one token are said in one sentence', () => {
  const rules = ['PHY,CON', 'PHY,CONa', 'ONL,CON', 'ONL,CONa'].map(expression => rule(expression, 'reject'))
  expect(explainImportSetting(setting(rules), 'en')).toEqual([
    'Cookies without a compact policy are blocked.',
    'Cookies whose policy names Physical contact data (PHY) or Online contact data (ONL), and names Marketing contact (CON, CONa) are blocked.',
    'All other cookies are accepted.',
  ])
})

test('rules that are not alike stay apart, and in their order', () => {
  const rules = [rule('PHY,CON', 'reject'), rule('ONL,TEL', 'reject'), rule('FIN', 'accept'), rule('GOV', 'reject')]
  const said = explainImportSetting(setting(rules), 'en')
  expect(said.slice(1, -1)).toEqual([
    'Of what follows, the first that applies decides.',
    'Cookies whose policy names Physical contact data (PHY), and names Marketing contact (CON) are blocked.',
    'Cookies whose policy names Online contact data (ONL), and names Telephone marketing (TEL) are blocked.',
    'Cookies whose policy names Financial data (FIN) are accepted.',
    'Cookies whose policy names Government identifiers (GOV) are blocked.',
  ])
})

test('what a policy must not say is said, unknown tokens as they stand', () => {
  expect(explainImportSetting(setting([rule('UNR,!XYZ', 'prompt')]), 'en')[1]).toBe(
    'Cookies whose policy names Unrelated third parties (UNR), and does not name XYZ are accepted only if you say so each time.',
  )
})

test('the whole file is explained in Bulgarian too', () => {
  const same = { ...setting([]), noPolicy: 'accept' } as const
  const model = {
    ...EMPTY_PRIVACY_IMPORT,
    zones: { internet: { 'first-party': same, 'third-party': setting([rule('TEL', 'downgrade')]) } },
    siteRules: [{ domain: 'a.example', action: 'reject' }],
    flushCookies: true,
  } as const
  expect(explainPrivacyImport(model, 'bg')).toEqual([
    {
      heading: 'От самия сайт, тоест този в адресната лента:',
      sentences: ['Всички бисквитки се приемат, каквато и да е политиката им.'],
    },
    {
      heading: 'От трети страни, тоест от други сайтове на страниците му:',
      sentences: [
        'Бисквитките без компактна политика се блокират.',
        'Бисквитките, чиято политика посочва Маркетинг по телефона (TEL), се пазят само до края на сесията.',
        'Всички други бисквитки се приемат.',
      ],
    },
    {
      heading: 'Освен това:',
      sentences: [
        'Каквото и да казват правилата, бисквитките на тези сайтове се блокират: a.example.',
        'Бисквитките, по-стари от нивата на поверителност на браузъра, се изпращат само на сайта в адресната лента.',
        'При зареждане на файла всички бисквитки се изтриват.',
      ],
    },
  ])
})

test('thousands of rules are explained as soon as a few', () => {
  const many = Array.from({ length: 30_000 }, (_, at) => rule(`PHY,T${at}`, 'reject'))
  const wide = Array.from({ length: 30_000 }, (_, at) => `T${at}`).join(',')
  expect(explainImportSetting(setting([...many, rule(wide, 'accept')]), 'en').length).toBe(5)
})

test('a verdict names the rule that was true', () => {
  const decidedBy = { number: 7, rule: rule('PHY,CON', 'reject') }
  expect(sayImportVerdict({ action: 'reject', reason: 'rule', decidedBy }, 'en')).toBe(
    'Rule 7 is true: the policy names Physical contact data (PHY), and names Marketing contact (CON).',
  )
  expect(sayImportVerdict({ action: 'accept', reason: 'no-rule', decidedBy: null }, 'en')).toBe(
    'No rule is true of the policy.',
  )
})
