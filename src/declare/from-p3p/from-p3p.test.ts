import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeP3p } from '../../codec/p3p-xml/index.ts'
import { declare } from '../index.ts'
import { sayDuration } from './draft-cookies.ts'
import {
  countQuestions,
  type Draft,
  declarationFromP3p,
  type P3pSource,
  selectPolicy,
  sourceFromResponses,
  writeDraft,
} from './index.ts'

const ENTITY =
  '<ENTITY><DATA-GROUP><DATA ref="#business.name">Shop</DATA><DATA ref="#business.contact-info.online.email">a@shop.example</DATA></DATA-GROUP></ENTITY>'
const USES = '<PURPOSE><current/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><indefinitely/></RETENTION>'
const DATA = '<DATA-GROUP><DATA ref="#user.name"/></DATA-GROUP>'

const policyWith = ({
  attributes = 'name="a" discuri="https://shop.example/privacy" xml:lang="en"',
  entity = ENTITY,
  access = '<ACCESS><all/></ACCESS>',
  rest = `<STATEMENT><CONSEQUENCE>Why.</CONSEQUENCE>${USES}${DATA}</STATEMENT>`,
} = {}) => `<POLICY ${attributes}>${entity}${access}${rest}</POLICY>`

function sourceOf(...policies: string[]): P3pSource {
  const read = decodeP3p(`<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">${policies.join('')}</POLICIES>`)
  if (!read.ok || read.value.kind !== 'policies') throw new Error('not read')
  const selection = selectPolicy(read.value.policies, null)
  if (selection === undefined) throw new Error('no policy')
  const { schema } = read.value.policies
  return { variants: selection.variants, schema, reference: null, policyUrl: null, siteUrl: null, cookies: [] }
}

const draftOf = (parts: Parameters<typeof policyWith>[0] = {}, more: Partial<P3pSource> = {}) =>
  declarationFromP3p({ ...sourceOf(policyWith(parts)), ...more }, 'en')

const statement = (inside: string) => ({ rest: `<STATEMENT>${inside}</STATEMENT>` })
const practiceIn = ({ declaration }: Draft): unknown => Object.values(declaration['practices'] ?? {})[0]
const lost = ({ issues }: Draft) => issues.map(({ data }) => Object.values(data).join(' '))

test('a policy that says all it must becomes a declaration that can be read', () => {
  const draft = draftOf()
  expect(draft.issues).toEqual([])
  const declared = declare(writeDraft(draft, 'policy.xml', 'en'))
  expect(declared.ok && declared.value.declaration).toMatchObject({
    site: {
      name: { en: 'Shop' },
      url: 'https://shop.example/',
      languages: ['en'],
      controller: { email: 'a@shop.example' },
    },
    access: { rule: 'all' },
    practices: [{ id: 'practice-1', reason: { en: 'Why.' }, retention: { rule: 'indefinitely' } }],
  })
})

describe('what the source does not say is a question', () => {
  test.each([
    ['the language', { attributes: 'name="a" discuri="https://shop.example/privacy"' }, ['site', 'languages']],
    [
      'another language',
      { attributes: 'name="a" discuri="https://shop.example/" xml:lang="fr"' },
      ['site', 'languages'],
    ],
    ['the site', { attributes: 'name="a" discuri="privacy.html" xml:lang="en"' }, ['site', 'url']],
    ['the name', { entity: '<ENTITY/>' }, ['site', 'name']],
    ['how to reach them', { entity: '<ENTITY/>' }, ['site', 'controller', 'email']],
    ['the access', { access: '' }, ['access']],
    ['the practices', { rest: '' }, ['practices']],
    ['the name of a practice', {}, ['practices', 'practice-1', 'name']],
    ['the reason', statement(USES + DATA), ['practices', 'practice-1', 'reason']],
    ['the purposes', statement('<NON-IDENTIFIABLE/>'), ['practices', 'practice-1', 'purposes']],
    ['the data', statement('<NON-IDENTIFIABLE/>'), ['practices', 'practice-1', 'data']],
    [
      'the categories',
      statement(`${USES}<DATA-GROUP><DATA ref="#dynamic.cookies"/></DATA-GROUP>`),
      ['practices', 'practice-1', 'data', 0, 'categories'],
    ],
    [
      'the term',
      statement(`${USES.replace('indefinitely', 'stated-purpose')}${DATA}`),
      ['practices', 'practice-1', 'retention', 'period'],
    ],
    [
      'the page for choices',
      statement(`${USES.replace('<current/>', '<contact required="opt-in"/>')}${DATA}`),
      ['site', 'pages', 'choices'],
    ],
    [
      'the cookies',
      statement(
        `${USES}<DATA-GROUP><DATA ref="#dynamic.cookies"><CATEGORIES><state/></CATEGORIES></DATA></DATA-GROUP>`,
      ),
      ['cookies'],
    ],
    ['a dispute', { rest: '<DISPUTES-GROUP><DISPUTES/></DISPUTES-GROUP>' }, ['disputes', 0, 'type']],
  ] as const)('%s', (_, parts, path) => {
    let value: unknown = draftOf(parts).declaration
    for (const key of path) value = Object(value)[key]
    expect(value).toMatch(/^\? /)
  })

  test('a value that cannot be right is quoted in the question', () => {
    const entity = ENTITY.replace('a@shop.example', 'ask us')
    expect(draftOf({ entity }).declaration).toMatchObject({
      site: { controller: { email: expect.stringContaining('"ask us"') } },
    })
  })

  test('every question stands in the text, told as declare tells it, in the reader’s language', () => {
    const draft = declarationFromP3p(sourceOf(policyWith({ attributes: '', access: '' })), 'bg')
    const text = writeDraft(draft, 'policy.xml', 'bg')
    const asked = declare(text).issues.filter(({ code }) => code.startsWith('question-'))
    expect(asked).toHaveLength(countQuestions(draft.declaration))
    expect(text).toContain('На какъв език')
  })

  test('a text that begins with a question mark is no question', () => {
    const draft = draftOf(statement(`<CONSEQUENCE>?? Who knows?</CONSEQUENCE>${USES}${DATA}`))
    expect(practiceIn(draft)).toMatchObject({ reason: 'Who knows?' })
  })
})

describe('what is said is taken over', () => {
  test('choices, texts, optional data, anonymity, the trial', () => {
    const rest = `<STATEMENT><NON-IDENTIFIABLE/><PURPOSE><contact required="opt-out"/><other-purpose>a draw</other-purpose></PURPOSE><RECIPIENT><ours/><unrelated><recipient-description>A</recipient-description><recipient-description>B</recipient-description></unrelated></RECIPIENT><RETENTION><no-retention/></RETENTION><DATA-GROUP><DATA ref="#user.bdate" optional="yes"/></DATA-GROUP></STATEMENT>`
    const draft = draftOf({
      entity: `<TEST/>${ENTITY}`,
      attributes: 'name="a" discuri="p" opturi="https://shop.example/out"',
      rest,
    })
    expect(draft.declaration).toMatchObject({
      p3p: { test: true },
      site: { pages: { choices: 'https://shop.example/out' } },
    })
    expect(practiceIn(draft)).toMatchObject({
      purposes: { contact: 'opt-out', 'other-purpose': { text: 'a draw' } },
      recipients: { ours: 'always', unrelated: { text: 'A; B' } },
      retention: 'no-retention',
      data: [{ ref: 'user.bdate', optional: true }],
      identifiable: false,
    })
  })

  test('relative addresses are those of the policy file', () => {
    const rest = '<DISPUTES-GROUP><DISPUTES resolution-type="service" service="../help"/></DISPUTES-GROUP>'
    const draft = draftOf(
      { attributes: 'name="a" discuri="privacy.html"', rest },
      { policyUrl: 'https://shop.example/w3c/p.xml' },
    )
    expect(draft.declaration).toMatchObject({
      site: { pages: { policy: 'https://shop.example/w3c/privacy.html' } },
      disputes: [{ service: 'https://shop.example/help' }],
    })
  })

  test('a telephone number is put together from its parts', () => {
    const phone = (parts: string) =>
      draftOf({ entity: ENTITY.replace('</DATA-GROUP>', `${parts}</DATA-GROUP>`) }).declaration
    const part = (name: string, value: string) =>
      `<DATA ref="#business.contact-info.telecom.telephone${name}">${value}</DATA>`
    expect(phone(part('.intcode', '1') + part('.loccode', '248') + part('.number', '392'))).toMatchObject({
      site: { controller: { phone: '+1 248 392' } },
    })
    expect(phone(part('', '+1 248'))).toMatchObject({ site: { controller: { phone: '+1 248' } } })
  })

  test('miscellaneous data of a statement, one reference a category, are one entry', () => {
    const misc = (id: string) => `<DATA ref="#dynamic.miscdata"><CATEGORIES><${id}/></CATEGORIES></DATA>`
    const draft = draftOf(statement(`${USES}<DATA-GROUP>${misc('purchase')}${misc('online')}</DATA-GROUP>`))
    expect(practiceIn(draft)).toMatchObject({ data: [{ categories: ['purchase', 'online'] }] })
  })

  test('practices are called as editors called them', () => {
    const named = (name: string) =>
      `<STATEMENT><EXTENSION><GROUP-INFO name="${name}"/></EXTENSION>${USES}${DATA}</STATEMENT>`
    const draft = draftOf({ rest: ['Access log', 'Access  log!', '2nd', 'Бисквитки'].map(named).join('') })
    expect(Object.keys(draft.declaration['practices'] ?? {})).toEqual([
      'access-log',
      'access-log-2',
      'nd',
      'practice-4',
    ])
    expect(practiceIn(draft)).toMatchObject({ name: 'Access log' })
  })

  test('a policy in two languages becomes one declaration in both', () => {
    const bulgarian = policyWith({
      attributes: 'name="b" discuri="https://shop.example/bg/privacy" xml:lang="bg-BG"',
      entity: ENTITY.replace('Shop', 'Магазин'),
      rest: `<STATEMENT>${USES}${DATA}</STATEMENT>`,
    })
    const draft = declarationFromP3p(sourceOf(policyWith(), bulgarian), 'en')
    expect(draft.declaration).toMatchObject({ site: { languages: ['en', 'bg'], name: { en: 'Shop', bg: 'Магазин' } } })
    expect(practiceIn(draft)).toMatchObject({ reason: { en: 'Why.', bg: expect.stringMatching(/^\? /) } })
  })

  test('policies that differ in what they say are different policies', () => {
    const source = sourceOf(
      policyWith(),
      policyWith({ attributes: 'name="b" xml:lang="bg"', access: '<ACCESS><none/></ACCESS>' }),
    )
    expect(source.variants).toHaveLength(1)
  })
})

describe('what a declaration has no place for is told', () => {
  test('extensions, schemas, pictures, other contacts, values', () => {
    const rest = `<DISPUTES-GROUP><DISPUTES resolution-type="law" service="https://law.example/" verification="v"><IMG src="i" alt="a"/></DISPUTES></DISPUTES-GROUP><STATEMENT><EXTENSION><b xmlns="urn:x"/></EXTENSION>${USES}<DATA-GROUP><DATA ref="#user.name">Joe</DATA><DATA ref="http://b.example/s#own.thing"><CATEGORIES><state/></CATEGORIES></DATA></DATA-GROUP></STATEMENT>`
    const entity = ENTITY.replace('</DATA-GROUP>', '<DATA ref="#business.department">Sales</DATA></DATA-GROUP>')
    const draft = draftOf({ rest, entity })
    expect(lost(draft)).toEqual([
      'entity business.department',
      'dispute IMG',
      'dispute verification',
      'extension b',
      'value #user.name',
      'schema http://b.example/s#own.thing',
    ])
    expect(practiceIn(draft)).toMatchObject({ data: ['user.name', { name: 'own.thing', categories: 'state' }] })
  })

  test('a use with two choices is taken with the one that leaves visitors least', () => {
    const twice = USES.replace('<current/>', '<contact required="opt-in"/><contact required="opt-out"/>')
    const draft = draftOf(statement(twice + DATA))
    expect(draft.issues).toMatchObject([{ code: 'import-uses-merged', data: { use: 'contact', choice: 'opt-out' } }])
    expect(practiceIn(draft)).toMatchObject({ purposes: { contact: 'opt-out' } })
  })
})

describe('cookies', () => {
  const withCookies = statement(
    `${USES}<DATA-GROUP><DATA ref="#dynamic.cookies"><CATEGORIES><state/></CATEGORIES></DATA></DATA-GROUP>`,
  )
  const reference = (...patterns: string[]) => {
    const meta = `<META xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY-REFERENCES><POLICY-REF about="p.xml#a">${patterns.join('')}</POLICY-REF></POLICY-REFERENCES></META>`
    const read = decodeP3p(meta)
    if (!read.ok || read.value.kind !== 'reference') throw new Error('not read')
    return { reference: read.value.file }
  }

  test('those that the reference file names are listed; for all cookies there is only a question', () => {
    const draft = draftOf(
      withCookies,
      reference('<COOKIE-INCLUDE name="id*" domain=".shop.example" path="/a*"/><COOKIE-INCLUDE name="*"/>'),
    )
    expect(draft.declaration['cookies']).toEqual([
      {
        name: 'id*',
        host: '.shop.example',
        path: '/a',
        lifetime: expect.stringMatching(/^\? /),
        practice: 'practice-1',
      },
    ])
    expect(draftOf(withCookies, reference('<COOKIE-INCLUDE/>')).declaration['cookies']).toMatch(/^\? /)
  })

  test.each([
    [1, '1 second'],
    [90, '90 seconds'],
    [3600, '1 hour'],
    [5400, '90 minutes'],
    [86_400, '1 day'],
    [90_000, '25 hours'],
    [31_535_999, '365 days'],
  ])('%i seconds are %s', (seconds, said) => {
    expect(sayDuration(seconds)).toBe(said)
  })
})

describe('headers', () => {
  const response = (url: string | null, ...headers: [string, string][]) => ({
    url,
    receivedAt: Date.UTC(2026, 10, 22),
    headers,
  })

  test('a compact policy becomes practices whose data, reasons and owner are questions', () => {
    const { source, issues } = sourceFromResponses([response(null, ['p3p', 'CP="NON CUR CONi OUR STP PHY STA"'])])
    expect(issues.map(({ code }) => code)).toContain('import-compact-only')
    const { declaration } = declarationFromP3p(source as P3pSource, 'en')
    expect(declaration).toMatchObject({
      site: { name: expect.stringMatching(/^\? /), url: expect.stringMatching(/^\? /) },
      access: 'none',
      practices: {
        'practice-1': {
          data: [{ name: expect.stringMatching(/^\? /), categories: ['physical', 'state'] }],
          purposes: { current: 'always', contact: 'opt-in' },
          retention: { rule: 'stated-purpose' },
        },
      },
    })
  })

  test('a recording tells the site, its policies, and everybody’s cookies', () => {
    const { source } = sourceFromResponses([
      response('https://www.shop.example/a/', ['P3P', 'CP="NON CUR OUR IND STA"'], ['Set-Cookie', 's=1']),
      response(
        'https://img.shop.example/',
        ['P3P', 'CP="NON DEV OUR STP NAV"'],
        ['Set-Cookie', 'd=1; Domain=shop.example; Path=/; Max-Age=7200'],
      ),
      response(
        'https://ads.example/',
        ['P3P', 'CP="ALL"'],
        ['Set-Cookie', 'ad=1; Expires=Tue, 24 Nov 2026 00:00:00 GMT'],
      ),
      response('https://www.shop.example/b', ['Set-Cookie', 'gone=; Max-Age=0']),
    ])
    expect(source?.siteUrl).toBe('https://www.shop.example/')
    const { declaration } = declarationFromP3p(source as P3pSource, 'en')
    expect(Object.keys(declaration['practices'] ?? {})).toEqual(['practice-1', 'practice-2'])
    const practice = expect.stringMatching(/^\? /)
    expect(declaration['cookies']).toEqual([
      { name: 's', host: 'www.shop.example', path: '/a', lifetime: 'session', practice },
      { name: 'd', host: '.shop.example', lifetime: '2 hours', practice },
      { name: 'ad', host: 'ads.example', lifetime: '2 days', party: 'third', practice },
    ])
  })

  test('headers without a compact policy give nothing', () => {
    expect(sourceFromResponses([response('https://a.example/')]).source).toBeUndefined()
    expect(sourceFromResponses([response('https://a.example/', ['P3P', 'policyref="/p.xml"'])]).source).toBeUndefined()
    expect(sourceFromResponses([response(null, ['P3P', 'We do not have a P3P policy'])]).source).toBeUndefined()
    expect(sourceFromResponses([]).source).toBeUndefined()
  })

  test('whatever the headers are, it never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    const header = fc.tuple(
      fc.constantFrom('p3p', 'set-cookie', 'date'),
      fc.oneof(
        text,
        text.map(t => `CP="${t} NON CUR"`),
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constant('https://a.example/')),
        fc.array(header, { maxLength: 4 }),
        (url, headers) => {
          const { source } = sourceFromResponses([{ url, receivedAt: null, headers }])
          if (source !== undefined) declare(writeDraft(declarationFromP3p(source, 'bg'), url, 'bg'))
        },
      ),
      { numRuns: 100 },
    )
  })
})
