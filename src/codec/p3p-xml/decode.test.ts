import { describe, expect, test } from 'vitest'
import type { Issue, P3pPolicy, P3pReferenceFile } from '../../model/index.ts'
import {
  decodeP3p,
  groupInfoName,
  jurisdictions,
  OLD_NAMESPACES,
  ownHosts,
  type P3pDocument,
  primaryPurposes,
  statementGroupOf,
  statementGroups,
} from './index.ts'

const NS = 'xmlns="http://www.w3.org/2002/01/P3Pv1"'
const ENTITY =
  '<ENTITY><DATA-GROUP><DATA ref="#business.name">A</DATA><DATA ref="#business.contact-info.online.email">a@b.example</DATA></DATA-GROUP></ENTITY>'
const ACCESS = '<ACCESS><none/></ACCESS>'
const DISPUTES =
  '<DISPUTES-GROUP><DISPUTES resolution-type="law" service="https://a.example/"><REMEDIES><law/></REMEDIES></DISPUTES></DISPUTES-GROUP>'
const USES = '<PURPOSE><admin/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><indefinitely/></RETENTION>'
const DATA = '<DATA-GROUP><DATA ref="#dynamic.clickstream"/></DATA-GROUP>'
const STATEMENT = `<STATEMENT>${USES}${DATA}</STATEMENT>`

const policyWith = ({
  attributes = 'name="a" discuri="https://a.example/privacy"',
  entity = ENTITY,
  access = ACCESS,
  disputes = DISPUTES,
  statements = STATEMENT,
} = {}) => `<POLICY ${attributes}>${entity}${access}${disputes}${statements}</POLICY>`

const policies = (inside: string) => `<POLICIES ${NS}>\n${inside}\n</POLICIES>`
const policy = (parts?: Parameters<typeof policyWith>[0]) => policies(policyWith(parts))
const statement = (inside: string) => policy({ statements: `<STATEMENT>${inside}</STATEMENT>` })
const references = (inside: string) => `<META ${NS}><POLICY-REFERENCES>${inside}</POLICY-REFERENCES></META>`

const told = (text: string, ...options: [Parameters<typeof decodeP3p>[1]?]) =>
  decodeP3p(text, ...options).issues.map(({ code, data }: Issue) => [code, ...Object.values(data)].join(' '))

function read(text: string): P3pDocument {
  const found = decodeP3p(text)
  if (!found.ok) throw new Error(found.issues[0]?.code)
  return found.value
}

function policyIn(text: string): P3pPolicy {
  const doc = read(text)
  const first = doc.kind === 'policies' ? doc.policies.policies[0] : undefined
  if (first === undefined) throw new Error('no policy')
  return first
}

function fileIn(text: string): P3pReferenceFile {
  const doc = read(text)
  if (doc.kind !== 'reference') throw new Error('no reference file')
  return doc.file
}

test('a policy that keeps to the recommendation has no issue', () => {
  expect(told(policy())).toEqual([])
})

describe('roots and namespaces', () => {
  test('a lone POLICY is read as a file with one policy', () => {
    const lone = policyWith().replace('<POLICY', `<POLICY ${NS}`)
    expect(told(lone)).toEqual(['p3p-policy-alone'])
    expect(policyIn(lone).name).toBe('a')
  })

  test('policies inside a reference file are read with it', () => {
    const meta = `<META ${NS}><POLICY-REFERENCES><POLICY-REF about="#a"><INCLUDE>/*</INCLUDE></POLICY-REF></POLICY-REFERENCES><POLICIES>${policyWith()}</POLICIES></META>`
    expect(told(meta)).toEqual([])
    expect(fileIn(meta).policies?.policies.map(found => found.name)).toEqual(['a'])
    expect(told(meta.replace('about="#a"', 'about="#b"'))).toEqual(['p3p-policy-not-found #b'])
  })

  test.each(OLD_NAMESPACES)('the namespace %s is of a draft, and is read', namespace => {
    const text = policy().replace(NS, `xmlns="${namespace}"`)
    expect(told(text)).toEqual([`p3p-namespace-old ${namespace}`])
    expect(policyIn(text).access).toBe('none')
  })

  test('no namespace and a wrong one are errors, and the file is read', () => {
    expect(told(policy().replace(NS, ''))).toEqual(['p3p-namespace-missing'])
    expect(told(policy().replace(NS, 'xmlns="urn:x"'))).toEqual(['p3p-namespace-unknown urn:x'])
    expect(policyIn(policy().replace(NS, 'xmlns="urn:x"')).statements).toHaveLength(1)
  })

  test('prefixes are as good as a default namespace', () => {
    const prefixed = policy()
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=')
    expect(told(prefixed)).toEqual([])
  })

  test('a file of the other kind is read, and said to be the wrong one', () => {
    expect(told(policy(), { expected: 'META' })).toEqual(['p3p-document-kind POLICIES META'])
    expect(told(references(''), { expected: 'POLICIES' })).toEqual(['p3p-document-kind META POLICIES'])
  })

  test('anything else is no P3P file', () => {
    expect(decodeP3p('<html/>')).toMatchObject({ ok: false, issues: [{ code: 'p3p-root-unknown' }] })
    expect(decodeP3p('<constructor/>')).toMatchObject({ ok: false, issues: [{ code: 'p3p-root-unknown' }] })
  })
})

describe('structure', () => {
  test('a problem is told with line, column and the way to the element', () => {
    const [found] = decodeP3p(policy({ access: '\n  <ACCESS><some/></ACCESS>' })).issues
    expect(found).toMatchObject({
      code: 'p3p-element-missing',
      at: { line: 3, column: 3 },
      path: ['POLICIES', 'POLICY', 0, 'ACCESS', 0],
    })
  })

  test.each([
    [policy({ entity: '' }), 'p3p-element-missing ENTITY POLICY'],
    [policy({ access: '' }), 'p3p-element-missing ACCESS POLICY'],
    [policy({ access: '<ACCESS/>' }), 'p3p-element-missing access ACCESS'],
    [policy({ access: '<ACCESS><none/><all/></ACCESS>' }), 'p3p-element-repeated all ACCESS'],
    [policy({ statements: '' }), 'p3p-element-missing STATEMENT POLICY'],
    [statement(DATA), 'p3p-element-missing PURPOSE STATEMENT'],
    [statement(USES), 'p3p-element-missing DATA-GROUP STATEMENT'],
    [statement(`${USES}<DATA-GROUP/>`), 'p3p-element-missing DATA DATA-GROUP'],
    [policy({ entity: ACCESS, access: ENTITY }), 'p3p-element-order ENTITY POLICY ACCESS'],
    [statement(`${DATA}${USES}`), 'p3p-element-order PURPOSE STATEMENT DATA-GROUP'],
    [
      statement(`<CONSEQUENCE>a</CONSEQUENCE><EXTENSION/>${USES}${DATA}`),
      'p3p-element-order EXTENSION STATEMENT CONSEQUENCE',
    ],
    [policy({ access: `${ACCESS}<Access/>` }), 'p3p-element-unknown Access POLICY ACCESS'],
    [policy({ access: `${ACCESS}<b xmlns="urn:x"/>` }), 'p3p-element-unknown b POLICY none'],
    [policy({ access: `${ACCESS}<DATA ref="#user"/>` }), 'p3p-element-misplaced DATA POLICY'],
    [policy({ access: '<ACCESS>yes<none/></ACCESS>' }), 'p3p-text-unexpected ACCESS'],
    [policy({ attributes: 'discuri="b"' }), 'p3p-attribute-missing POLICY name'],
    [policy({ attributes: 'name="a" discuri=" "' }), 'p3p-attribute-missing POLICY discuri'],
    [policy({ attributes: 'name="a" discuri="b" entity="c"' }), 'p3p-attribute-unknown POLICY entity'],
    [
      policy({ disputes: DISPUTES.replace('"law"', '"lawyer"') }),
      'p3p-attribute-value DISPUTES resolution-type lawyer service, independent, court, law',
    ],
    [policies(policyWith() + policyWith()), 'p3p-name-repeated POLICY a'],
  ])('%#: what departs from the schema is told', (text, issue) => {
    expect(told(text)).toContain(issue)
  })

  test('attributes of XML itself and of other namespaces are nobody’s business', () => {
    const text = policy().replace(
      NS,
      `${NS} xml:lang="en" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"`,
    )
    expect(told(text)).toEqual([])
  })

  test('a file full of faults is cut short', () => {
    const { issues } = decodeP3p(policies('<x/>'.repeat(5000)))
    expect(issues).toHaveLength(1001)
    expect(issues.at(-1)?.code).toBe('p3p-issues-cut')
  })
})

describe('what prose asks of a policy', () => {
  const entity = (...data: string[]) => `<ENTITY><DATA-GROUP>${data.join('')}</DATA-GROUP></ENTITY>`
  const NAME = '<DATA ref="#business.name">A</DATA>'
  const EMAIL = '<DATA ref="#business.contact-info.online.email">a@b.example</DATA>'

  test('ENTITY names who it is and how to reach them (3.2.4)', () => {
    expect(told(policy({ entity: entity(NAME) }))).toEqual(['p3p-entity-contact-missing'])
    expect(told(policy({ entity: entity(EMAIL) }))).toEqual(['p3p-entity-name-missing'])
    expect(told(policy({ entity: entity(NAME.replace('>A<', '> <'), EMAIL) }))).toEqual(['p3p-entity-name-missing'])
  })

  test('data in ENTITY have no categories, and are of the schema', () => {
    const odd = '<DATA ref="#business.contact-info"><CATEGORIES><online/></CATEGORIES>x</DATA><DATA ref="#busy"/>'
    expect(told(policy({ entity: entity(NAME, odd) }))).toEqual([
      'p3p-entity-categories #business.contact-info',
      'p3p-data-unknown #busy',
    ])
  })

  test('a choice needs a page to make it on (3.2.2)', () => {
    const chosen = statement(`${USES.replace('<admin/>', '<contact required="opt-in"/>')}${DATA}`)
    expect(told(chosen)).toEqual(['p3p-opturi-missing contact'])
    expect(told(chosen.replace('discuri', 'opturi="https://a.example/out" discuri'))).toEqual([])
  })

  test('current and ours take no choice (ABNF 38): it is told, and dropped', () => {
    const text = statement(
      `${USES.replace('<admin/>', '<current required="always"/>').replace('<ours/>', '<ours required="opt-in"/>')}${DATA}`,
    )
    expect(told(text)).toEqual(['p3p-required-forbidden current always', 'p3p-required-forbidden ours opt-in'])
    expect(policyIn(text).statements[0]?.purposes[0]?.required).toBeNull()
  })

  test('NON-IDENTIFIABLE alone makes a statement (3.3.3)', () => {
    expect(told(statement('<NON-IDENTIFIABLE/>'))).toEqual([])
    expect(policyIn(statement('<NON-IDENTIFIABLE/>')).statements[0]?.nonIdentifiable).toBe(true)
  })

  test('disputes and remedies should be there; TEST is told', () => {
    expect(told(policy({ disputes: '' }))).toEqual(['p3p-disputes-missing'])
    expect(told(policy({ disputes: DISPUTES.replace(/<REMEDIES>.*<\/REMEDIES>/, '') }))).toEqual([
      'p3p-remedies-missing',
    ])
    const trial = policy({ entity: `<TEST/>${ENTITY}` })
    expect(told(trial)).toEqual(['p3p-test'])
    expect(policyIn(trial).test).toBe(true)
  })

  test('an other-purpose and an other-category say what they are', () => {
    const text = statement(
      `${USES.replace('<admin/>', '<other-purpose/>')}<DATA-GROUP><DATA ref="#dynamic.miscdata"><CATEGORIES><other-category/></CATEGORIES></DATA></DATA-GROUP>`,
    )
    expect(told(text)).toEqual(['p3p-description-missing other-purpose', 'p3p-description-missing other-category'])
  })

  test('a purpose of the drafts is kept as another purpose', () => {
    const text = statement(`${USES.replace('<admin/>', '<customization required="opt-out"/>')}${DATA}`)
    expect(told(text)).toContain('p3p-term-old customization other-purpose')
    expect(policyIn(text).statements[0]?.purposes).toEqual([
      { id: 'other-purpose', required: 'opt-out', descriptions: ['customization'], extensions: [] },
    ])
  })

  test('a short description is short', () => {
    const long = DISPUTES.replace('service=', `short-description="${'a'.repeat(256)}" service=`)
    expect(told(policy({ disputes: long }))).toEqual(['p3p-description-long DISPUTES 255'])
  })
})

describe('data', () => {
  const data = (inside: string) => statement(`${USES}<DATA-GROUP>${inside}</DATA-GROUP>`)
  const datum = (ref: string, ...categories: string[]) =>
    `<DATA ref="${ref}"><CATEGORIES>${categories.map(id => `<${id}/>`).join('')}</CATEGORIES></DATA>`

  test.each([
    ['<DATA ref="#user.nickname"/>', 'p3p-data-unknown #user.nickname'],
    ['<DATA ref="#dynamic"/>', 'p3p-data-mixed #dynamic'],
    ['<DATA ref="#dynamic.cookies"/>', 'p3p-categories-missing #dynamic.cookies'],
    [datum('#user.name', 'physical', 'health', 'state'), 'p3p-categories-fixed #user.name health, state'],
    [datum('http://b.example/schema#c', 'state'), 'p3p-data-foreign http://b.example/schema#c'],
    ['<DATA/>', 'p3p-attribute-missing DATA ref'],
  ])('%s', (inside, issue) => {
    expect(told(data(inside))).toEqual([issue])
  })

  test('a data schema of the site’s own gives its elements their categories', () => {
    const schema =
      '<DATASCHEMA><DATA-DEF name="order.number"><CATEGORIES><purchase/></CATEGORIES></DATA-DEF><DATA-DEF name="order.note"/></DATASCHEMA>'
    const using = (refs: string) =>
      policies(
        schema + policyWith({ statements: `<STATEMENT>${USES}<DATA-GROUP base="">${refs}</DATA-GROUP></STATEMENT>` }),
      )
    expect(told(using('<DATA ref="#order.number"/>'))).toEqual([])
    expect(told(using('<DATA ref="#order.note"/><DATA ref="#order"/><DATA ref="#user.name"/>'))).toEqual([
      'p3p-categories-missing #order.note',
      'p3p-data-mixed #order',
      'p3p-data-unknown #user.name',
    ])
    expect(told(using('<DATA ref="http://www.w3.org/TR/P3P/base#user.name"/>'))).toEqual([])
  })

  test('a data schema that stands elsewhere can be given', () => {
    const doc = read(
      `<DATASCHEMA ${NS}><DATA-DEF name="seat"/><DATA-DEF name="meal"><CATEGORIES><preference/></CATEGORIES></DATA-DEF></DATASCHEMA>`,
    )
    const schemas = new Map(doc.kind === 'schema' ? [['http://b.example/schema', doc.schema]] : [])
    const using = (name: string) => data(`<DATA ref="http://b.example/schema#${name}"/>`)
    expect(told(using('meal'))).toEqual(['p3p-data-foreign http://b.example/schema#meal'])
    expect(told(using('meal'), { schemas })).toEqual([])
    expect(told(using('seat'), { schemas })).toEqual(['p3p-categories-missing http://b.example/schema#seat'])
    expect(told(using('wing'), { schemas })).toEqual(['p3p-data-unknown http://b.example/schema#wing'])
  })

  test('faults of a data schema are told where they are', () => {
    const schema = (inside: string) => told(policies(`<DATASCHEMA>${inside}</DATASCHEMA>${policyWith()}`))
    expect(schema('<DATA-DEF name="Visitor ID" structref="#text"/>')).toEqual(['p3p-schema-name Visitor ID'])
    expect(schema('<DATA-DEF name="a" structref="#text"/>')).toEqual(['p3p-schema-structure-unknown a #text'])
    expect(schema('<DATA-STRUCT name="a.b" structref="#a"/>')).toEqual(['p3p-schema-circular a.b'])
    expect(schema('<DATA-DEF name="a"/><DATA-DEF name="a"/>')).toEqual(['p3p-name-repeated DATA-DEF a'])
  })

  test('a data schema stands alone, or wrongly inside a POLICY', () => {
    expect(read(`<DATASCHEMA ${NS}><DATA-DEF name="a"/></DATASCHEMA>`)).toMatchObject({ kind: 'schema' })
    const lone = policyWith({ entity: `<DATASCHEMA><DATA-DEF name="a"/></DATASCHEMA>${ENTITY}` })
    const found = decodeP3p(lone.replace('<POLICY', `<POLICY ${NS}`))
    expect(found).toMatchObject({ ok: true, value: { policies: { schema: { definitions: [{ name: 'a' }] } } } })
    expect(found.issues.map(issue => issue.code)).toEqual(['p3p-policy-alone', 'p3p-element-misplaced'])
  })
})

describe('extensions', () => {
  const V11 = 'xmlns="http://www.w3.org/2006/01/P3Pv11"'

  test('an unknown optional one is kept; an unknown mandatory one makes the policy unusable', () => {
    const using = (optional: string) =>
      statement(`<EXTENSION optional="${optional}"><b xmlns="urn:x" c="1">d</b></EXTENSION>${USES}${DATA}`)
    expect(told(using('yes'))).toEqual([])
    expect(policyIn(using('yes')).statements[0]?.extensions).toEqual([
      { mandatory: false, content: [{ name: 'b', namespace: 'urn:x', attributes: { c: '1' }, children: ['d'] }] },
    ])
    expect(told(using('no'))).toEqual(['p3p-extension-mandatory b'])
    expect(decodeP3p(using('no'), { strict: true })).toMatchObject({ ok: true, value: { policies: { policies: [] } } })
  })

  test('those of P3P 1.1 are known, mandatory or not', () => {
    const text = policies(
      policyWith({
        entity: `<EXTENSION optional="no"><STATEMENT-GROUP-DEF ${V11} id="g" short-description="shop" consent="opt-in"/></EXTENSION>${ENTITY}`,
        statements: `<STATEMENT><EXTENSION><STATEMENT-GROUP ${V11} id="g"/></EXTENSION><PURPOSE><EXTENSION><PPURPOSE ${V11}><login/><state/></PPURPOSE></EXTENSION><current/></PURPOSE><RECIPIENT><unrelated><EXTENSION><JURISDICTION ${V11} service="https://law.example/" short-description="EU"/></EXTENSION></unrelated></RECIPIENT><RETENTION><indefinitely/></RETENTION>${DATA}</STATEMENT>`,
      }),
    )
    expect(told(text)).toEqual([])
    const found = policyIn(text)
    const [first] = found.statements
    expect(statementGroups(found)).toEqual([{ id: 'g', description: 'shop', consent: 'opt-in' }])
    expect(first && statementGroupOf(first)).toBe('g')
    expect(first && primaryPurposes(first)).toEqual(['login', 'state'])
    expect(first?.recipients[0] && jurisdictions(first.recipients[0])).toEqual([
      { service: 'https://law.example/', description: 'EU' },
    ])
  })

  test('the names that editors gave to statements are found, in any namespace', () => {
    const named = (group: string) => policyIn(statement(`<EXTENSION>${group}</EXTENSION>${USES}${DATA}`)).statements[0]
    const ibm = named('<GROUP-INFO xmlns="http://www.software.ibm.com/P3P/editor/extension-1.0.html" name="Logs"/>')
    const bare = named('<GROUP-INFO name="Visitors"/>')
    const group = named(`<STATEMENT-GROUP ${V11} name="Forums"/>`)
    expect(ibm && groupInfoName(ibm)).toBe('Logs')
    expect(bare && groupInfoName(bare)).toBe('Visitors')
    expect(group && statementGroupOf(group)).toBe('Forums')
  })
})

describe('reference files', () => {
  const using = (inside: string) => references(`<POLICY-REF about="/p.xml#a">${inside}</POLICY-REF>`)

  test('P3P 1.1 names the hosts of the same owner', () => {
    const text = using(
      '<INCLUDE>/*</INCLUDE><EXTENSION optional="yes"><OUR-HOST xmlns="http://www.w3.org/2006/01/P3Pv11" name="*.a.example"/></EXTENSION>',
    )
    expect(told(text)).toEqual([])
    expect(fileIn(text).refs.map(ownHosts)).toEqual([['*.a.example']])
  })

  test('a cookie pattern written as text is read as the drafts had it', () => {
    const text = using('<COOKIE-INCLUDE>id* .a.example /shop</COOKIE-INCLUDE>')
    expect(told(text)).toEqual(['p3p-cookie-pattern-text id* .a.example /shop'])
    expect(fileIn(text).refs[0]?.cookieIncludes).toEqual([
      { name: 'id*', value: null, domain: '.a.example', path: '/shop' },
    ])
  })

  test.each([
    [using('<EXCLUDE>/a</EXCLUDE>'), 'p3p-reference-idle /p.xml#a exclude'],
    [using('<METHOD>GET</METHOD>'), 'p3p-reference-idle /p.xml#a method'],
    [using(''), 'p3p-reference-idle /p.xml#a nothing'],
    [using('<INCLUDE>http://a.example/*</INCLUDE>'), 'p3p-pattern-invalid http://a.example/*'],
    [using('<INCLUDE>/a b</INCLUDE>'), 'p3p-pattern-invalid /a b'],
    [references('<POLICY-REF><INCLUDE>/*</INCLUDE></POLICY-REF>'), 'p3p-attribute-missing POLICY-REF about'],
    [references('<HINT scope="http://a.*.example" path="p.xml"/>'), 'p3p-hint-invalid scope http://a.*.example'],
    [references('<HINT scope="http://a.example/" path="p.xml"/>'), 'p3p-hint-invalid scope http://a.example/'],
    [references('<HINT scope="a.example" path="p.xml"/>'), 'p3p-hint-invalid scope a.example'],
    [references('<HINT scope="http://a.example:*" path="p.xml"/>'), 'p3p-hint-invalid scope http://a.example:*'],
    [references('<HINT scope="http://*.a.example" path="http://b/p"/>'), 'p3p-hint-invalid path http://b/p'],
    [references('<EXPIRY max-age="3600"/>'), 'p3p-expiry-short 3600'],
    [references('<EXPIRY max-age="soon"/>'), 'p3p-expiry-malformed soon'],
    [references('<EXPIRY/>'), 'p3p-expiry-malformed none'],
    [references('<EXPIRY max-age="86400"/><EXPIRY date="x"/>'), 'p3p-element-repeated EXPIRY POLICY-REFERENCES'],
  ])('%#: %s', (text, issue) => {
    expect(told(text)).toEqual([issue])
  })
})

describe('strict reading', () => {
  test('a policy with an error counts as absent, its neighbours stay', () => {
    const two = policies(policyWith({ access: '' }) + policyWith({ attributes: 'name="b" discuri="c"' }))
    const found = decodeP3p(two, { strict: true })
    expect(
      found.ok && found.value.kind === 'policies' && found.value.policies.policies.map(({ name }) => name),
    ).toEqual(['b'])
  })

  test('so does one that stands in a reference file', () => {
    const two = policyWith({ access: '' }) + policyWith({ attributes: 'name="b" discuri="c"' })
    const meta = `<META ${NS}><POLICY-REFERENCES/><POLICIES>${two}</POLICIES></META>`
    const found = decodeP3p(meta, { strict: true })
    expect(
      found.ok && found.value.kind === 'reference' && found.value.file.policies?.policies.map(({ name }) => name),
    ).toEqual(['b'])
  })

  test('warnings do no harm', () => {
    const odd = policy({ disputes: '' }).replace(NS, 'xmlns="http://www.w3.org/2000/12/P3Pv1"')
    const found = decodeP3p(odd, { strict: true })
    expect(found.ok && found.value.kind === 'policies' && found.value.policies.policies).toHaveLength(1)
  })

  test('a file with an error outside of any policy counts as absent', () => {
    expect(decodeP3p(policy().replace(NS, ''), { strict: true }).ok).toBe(false)
  })
})
