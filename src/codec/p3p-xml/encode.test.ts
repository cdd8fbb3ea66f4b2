import { expect, test } from 'vitest'
import { schemaFaults } from '../../../test/support/p3p-content-models.ts'
import type { P3pData, P3pPolicy } from '../../model/index.ts'
import { encodeP3pXml, encodeReferenceFile } from './index.ts'

const datum = (ref: string, more: Partial<P3pData> = {}): P3pData => ({
  ref,
  base: null,
  optional: false,
  categories: [],
  otherCategory: null,
  value: null,
  ...more,
})

const POLICY: P3pPolicy = {
  name: 'shop',
  discuri: 'https://shop.example/privacy?a=1&b="2"',
  opturi: 'https://shop.example/choices',
  lang: 'bg',
  test: true,
  entity: [datum('#business.name', { value: 'Пример & син' })],
  access: 'contact-and-other',
  disputes: [
    {
      type: 'law',
      service: 'https://cpdp.bg/',
      verification: null,
      shortDescription: 'КЗЛД',
      longDescription: 'a < b',
      image: { src: '/seal.png', alt: 'seal', width: '10', height: '20' },
      remedies: ['correct', 'law'],
      extensions: [],
    },
  ],
  statements: [
    {
      consequence: null,
      nonIdentifiable: false,
      purposes: [
        { id: 'contact', required: 'opt-in', descriptions: [], extensions: [] },
        { id: 'other-purpose', required: null, descriptions: ['a draw'], extensions: [] },
      ],
      recipients: [{ id: 'ours', required: null, descriptions: ['one', 'two'], extensions: [] }],
      retentions: ['stated-purpose'],
      data: [
        datum('#user.name', { optional: true }),
        datum('#dynamic.cookies', { categories: ['state', 'other-category'], otherCategory: 'basket' }),
        datum('#own.thing', { base: '' }),
      ],
      extensions: [
        {
          mandatory: false,
          content: [{ name: 'GROUP', namespace: 'urn:x', attributes: { '{urn:y}a': '1' }, children: ['t'] }],
        },
        { mandatory: false, within: 'PURPOSE', content: [] },
      ],
    },
    {
      consequence: 'Logs.',
      nonIdentifiable: true,
      purposes: [],
      recipients: [],
      retentions: [],
      data: [],
      extensions: [],
    },
  ],
  extensions: [{ mandatory: true, content: ['x'] }],
}

test('a policy file keeps to the content models of the recommendation', () => {
  const xml = encodeP3pXml([POLICY, { ...POLICY, name: 'other', extensions: [], disputes: [] }], {
    lang: 'en',
    expiry: { maxAge: '604800', date: null },
    schema: {
      lang: null,
      definitions: [
        {
          kind: 'element',
          name: 'own.thing',
          structref: null,
          categories: ['purchase'],
          shortDescription: 'a thing',
          longDescription: 'a long thing',
          otherCategory: null,
        },
      ],
      extensions: [],
    },
  })
  expect(schemaFaults(xml)).toEqual([])
  expect(xml).toContain('discuri="https://shop.example/privacy?a=1&amp;b=&quot;2&quot;"')
  expect(xml).toContain('<DATA ref="#business.name">Пример &amp; син</DATA>')
  expect(xml).toContain('<GROUP xmlns="urn:x" xmlns:n1="urn:y" n1:a="1">t</GROUP>')
})

test('a reference file keeps to the content models of the recommendation', () => {
  const pattern = { name: null, value: null, domain: null, path: null }
  const xml = encodeReferenceFile({
    expiry: { maxAge: '86400', date: null },
    refs: [
      {
        about: '/w3c/policy.xml#shop',
        includes: ['/*'],
        excludes: ['/cgi/*'],
        cookieIncludes: [{ ...pattern, name: 'id*', value: '' }],
        cookieExcludes: [pattern],
        methods: ['GET'],
        extensions: [{ mandatory: false, content: [] }],
      },
    ],
    hints: [{ scope: 'https://shop.example', path: '/w3c/other.xml' }],
    policies: { lang: null, expiry: null, schema: null, policies: [POLICY] },
  })
  expect(schemaFaults(xml)).toEqual([])
  expect(xml).toContain('<COOKIE-INCLUDE name="id*" value=""/>')
})

test('what XML cannot hold is replaced, and what attributes would lose is kept', () => {
  const xml = encodeP3pXml([{ ...POLICY, opturi: 'a\u0001\uD800\nb', disputes: [] }])
  expect(schemaFaults(xml)).toEqual([])
  expect(xml).toContain('opturi="a\uFFFD\uFFFD&#10;b"')
})

test('the check of the content models sees a fault', () => {
  const xml = encodeP3pXml([POLICY])
  expect(schemaFaults(xml.replace(/<ACCESS>[\s\S]*?<\/ACCESS>/, ''))).not.toEqual([])
  expect(schemaFaults(xml.replace('ref="#user.name"', ''))).toEqual(['DATA lacks ref'])
  expect(schemaFaults(xml.replace('<contact ', '<current '))).toEqual(['current has required'])
})
