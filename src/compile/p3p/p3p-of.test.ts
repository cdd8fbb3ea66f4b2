import { describe, expect, test } from 'vitest'
import { schemaFaults } from '../../../test/support/p3p-content-models.ts'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import { encodeP3pXml } from '../../codec/p3p-xml/index.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import type { P3pPolicy } from '../../model/index.ts'
import { p3pOf } from './p3p-of.ts'

const of = (input: DeclarationInput, language = 'en'): P3pPolicy =>
  p3pOf(policyOf(input), language, { policyName: 'shop' })

const practice = SOUND.practices['shop']!
const withPractice = (changes: Partial<typeof practice>): DeclarationInput => ({
  ...SOUND,
  practices: { shop: { ...practice, ...changes } },
})
const statement = (changes: Partial<typeof practice>) => of(withPractice(changes)).statements[0]
const data = (changes: Partial<typeof practice>) =>
  statement(changes)?.data.map(({ ref, categories, optional }) => [ref, categories.join(' '), optional])

const FULL: DeclarationInput = {
  ...SOUND,
  site: {
    ...SOUND.site,
    controller: {
      name: { en: 'Shop Ltd', bg: 'Магазин ООД' },
      email: 'privacy@shop.example',
      phone: '+359 2 987 65 43',
      url: 'https://shop.example/contact',
      address: { street: '1 Vitosha Blvd', city: 'Sofia', region: 'Sofia', 'postal-code': '1000', country: 'Bulgaria' },
    },
  },
  disputes: [
    {
      type: 'law',
      service: 'https://authority.example/',
      description: { en: 'The authority', bg: 'Органът' },
      remedies: ['law', 'correct'],
    },
    { type: 'service', service: 'https://shop.example/complaints', description: 'x'.repeat(256) },
  ],
  practices: {
    shop: {
      ...practice,
      reason: { en: 'To serve you.', bg: 'За да ви обслужим.' },
      data: [
        'dynamic.clickstream',
        { ref: 'user.home-info.online.email', optional: true },
        { ref: 'dynamic.cookies', categories: ['uniqueid', 'state'] },
        { name: 'Taste', categories: ['preference', 'other-category'] },
      ],
      purposes: {
        current: 'always',
        contact: 'opt-out',
        'other-purpose': { choice: 'opt-in', text: { en: 'A game', bg: 'Игра' } },
      },
      recipients: { ours: { text: 'We' }, delivery: 'always', unrelated: { choice: 'opt-in', text: 'Others' } },
    },
    counts: { ...practice, identifiable: false, data: ['dynamic.http'], purposes: 'admin' },
  },
  p3p: { test: true },
}

test('a policy with everything is a valid P3P 1.0 file in each language', () => {
  for (const language of ['en', 'bg']) {
    const xml = encodeP3pXml([of(FULL, language)])
    expect(schemaFaults(xml)).toEqual([])
    expect(xml).toContain(language === 'en' ? 'To serve you.' : 'За да ви обслужим.')
  }
})

test('the least policy is a valid P3P 1.0 file', () => {
  expect(schemaFaults(encodeP3pXml([of(SOUND)]))).toEqual([])
})

test('it tells who answers, where the policy stands, and where choices are made', () => {
  const policy = of(FULL, 'bg')
  expect(policy).toMatchObject({
    name: 'shop',
    lang: 'bg',
    discuri: 'https://shop.example/privacy',
    opturi: 'https://shop.example/choices',
    access: 'all',
    test: true,
  })
  expect(policy.entity.map(({ ref, value }) => [ref.replace('#business.', ''), value])).toEqual([
    ['name', 'Магазин ООД'],
    ['contact-info.postal.street', '1 Vitosha Blvd'],
    ['contact-info.postal.city', 'Sofia'],
    ['contact-info.postal.stateprov', 'Sofia'],
    ['contact-info.postal.postalcode', '1000'],
    ['contact-info.postal.country', 'Bulgaria'],
    ['contact-info.telecom.telephone.intcode', '359'],
    ['contact-info.telecom.telephone.number', '2 987 65 43'],
    ['contact-info.online.email', 'privacy@shop.example'],
    ['contact-info.online.uri', 'https://shop.example/contact'],
  ])
})

test('where nobody can be reached, the site itself stands in: P3P wants one way', () => {
  const policy = of({ ...SOUND, site: { ...SOUND.site, controller: { name: 'Shop Ltd' } } })
  expect(policy.entity.at(-1)).toMatchObject({
    ref: '#business.contact-info.online.uri',
    value: 'https://shop.example/',
  })
})

test('a long description of a dispute goes where there is room for it', () => {
  const [short, long] = of(FULL).disputes
  expect(short).toMatchObject({
    shortDescription: 'The authority',
    longDescription: null,
    remedies: ['correct', 'law'],
  })
  expect(long).toMatchObject({ shortDescription: null, longDescription: 'x'.repeat(256), remedies: [] })
})

describe('the data of a statement', () => {
  test('an element whose categories are fixed is named without them', () => {
    expect(data({ data: ['dynamic.clickstream'] })).toEqual([['#dynamic.clickstream', '', false]])
  })

  test('cookies are one element with the categories of all', () => {
    const cookies = (...categories: ('state' | 'uniqueid' | 'preference')[]) => ({ ref: 'dynamic.cookies', categories })
    expect(data({ data: [cookies('state'), cookies('preference', 'uniqueid')] })).toEqual([
      ['#dynamic.cookies', 'uniqueid state preference', false],
    ])
  })

  test("the site's own data are referred to once for each category", () => {
    expect(
      data({
        data: [
          { name: 'Address', categories: 'physical' },
          { name: 'Taste', categories: ['preference', 'demographic'], optional: true },
          { name: 'Age', categories: 'demographic' },
        ],
      }),
    ).toEqual([
      ['#dynamic.miscdata', 'physical', false],
      ['#dynamic.miscdata', 'demographic', false],
      ['#dynamic.miscdata', 'preference', true],
    ])
  })

  test('what is of no category of the vocabulary is named', () => {
    const written = statement({
      data: [
        { name: 'Shoe size', categories: 'other-category' },
        { name: 'Star sign', categories: 'other-category' },
      ],
    })
    expect(written?.data.map(datum => datum.otherCategory)).toEqual(['Shoe size; Star sign'])
  })

  test('data that may be left out are optional, all of them where nothing is mandatory', () => {
    expect(data({ data: ['user.gender', { ref: 'user.jobtitle', optional: true }] })).toEqual([
      ['#user.gender', '', false],
      ['#user.jobtitle', '', true],
    ])
    expect(data({ data: ['user.gender'], mandatory: false })).toEqual([['#user.gender', '', true]])
  })
})

test('a choice is written where there is one, and a text where P3P has a place for it', () => {
  const uses = statement(FULL.practices['shop']!)
  expect(uses?.purposes.map(({ id, required, descriptions }) => [id, required, descriptions])).toEqual([
    ['current', null, []],
    ['contact', 'opt-out', []],
    ['other-purpose', 'opt-in', ['A game']],
  ])
  expect(uses?.recipients.map(({ id, required, descriptions }) => [id, required, descriptions])).toEqual([
    ['ours', null, ['We']],
    ['delivery', null, []],
    ['unrelated', 'opt-in', ['Others']],
  ])
})

test('data that identify nobody are said to', () => {
  expect(of(FULL).statements.map(({ nonIdentifiable }) => nonIdentifiable)).toEqual([false, true])
})
