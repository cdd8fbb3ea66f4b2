import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppelRuleset } from '../../model/index.ts'
import { decodeAppel, lintAppel } from './index.ts'

const ruleset = (rules: string, attributes = '') =>
  `<appel:RULESET xmlns:appel="http://www.w3.org/2002/04/APPELv1" xmlns:p3p="http://www.w3.org/2000/12/P3Pv1"${attributes}>${rules}</appel:RULESET>`
const rule = (body: string, attributes = 'behavior="block"') => `<appel:RULE ${attributes}>${body}</appel:RULE>`
const OTHERWISE = rule('<appel:OTHERWISE/>', 'behavior="request"')
const purposes = (connective: string, ids = '<p3p:contact/><p3p:telemarketing/>') =>
  `<p3p:POLICY><p3p:STATEMENT><p3p:PURPOSE${connective}>${ids}</p3p:PURPOSE></p3p:STATEMENT></p3p:POLICY>`

const read = (text: string): AppelRuleset => {
  const decoded = decodeAppel(text)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues))
  return decoded.value
}
const codes = (text: string) => decodeAppel(text).issues.map(({ code }) => code)
const lints = (rules: string) => lintAppel(read(ruleset(rules))).map(({ code }) => code)

describe('a ruleset', () => {
  test('is read with its rules, patterns, connectives and wildcards', () => {
    const text = ruleset(
      rule(
        `<appel:REQUEST-GROUP><appel:REQUEST uri="https://shop.example/*"/></appel:REQUEST-GROUP>${purposes(' appel:connective="or"')}`,
        'behavior="limited" prompt="yes" promptmsg="Go\n   on?" description="Marketing" persona="work"',
      ) + OTHERWISE,
      ' crtdby="me" crtdon="2026-11-22"',
    )
    const { rules, createdBy, createdOn } = read(text)
    expect(codes(text)).toEqual([])
    expect([createdBy, createdOn]).toEqual(['me', '2026-11-22'])
    expect(rules).toMatchObject([
      {
        behavior: 'limited',
        prompt: true,
        promptMessage: 'Go on?',
        description: 'Marketing',
        persona: 'work',
        otherwise: false,
        connective: 'and',
        patterns: [
          { name: 'REQUEST-GROUP', children: [{ name: 'REQUEST', attributes: { uri: 'https://shop.example/*' } }] },
          {
            name: 'POLICY',
            children: [{ children: [{ name: 'PURPOSE', connective: 'or', children: [{ name: 'contact' }, {}] }] }],
          },
        ],
      },
      { behavior: 'request', prompt: false, otherwise: true, patterns: [] },
    ])
  })

  test('may have P3P in any namespace, and its attributes with a prefix', () => {
    const text = ruleset(
      rule('<p3p:POLICY><p3p:DISPUTES-GROUP><p3p:DISPUTES p3p:service="*"/></p3p:DISPUTES-GROUP></p3p:POLICY>'),
    )
    expect(read(text).rules[0]?.patterns[0]?.children[0]?.children[0]?.attributes).toEqual({ service: '*' })
    expect(codes(text)).toEqual([])
  })

  test('with terms that are never closed is read as it was meant, each told at its own place', () => {
    const text = ruleset(
      rule(
        '\n<p3p:POLICY><p3p:STATEMENT><p3p:PURPOSE><contact><telemarketing></p3p:PURPOSE><p3p:PURPOSES/></p3p:STATEMENT></p3p:POLICY>',
      ),
    )
      .replaceAll('<contact', '<p3p:contact')
      .replaceAll('<telem', '<p3p:telem')
    const { issues } = decodeAppel(text)
    expect(issues).toMatchObject([
      { code: 'appel-markup-mended', data: { element: 'contact' }, at: { line: 2, column: 41 } },
      { code: 'appel-markup-mended', data: { element: 'telemarketing' }, at: { line: 2, column: 54 } },
      { code: 'appel-element-unknown', data: { element: 'PURPOSES' }, at: { line: 2, column: 87 } },
    ])
    expect(read(text).rules[0]?.patterns[0]?.children[0]?.children[0]?.children.map(({ name }) => name)).toEqual([
      'contact',
      'telemarketing',
    ])
  })

  test('with an attribute behind the end of its tag is read with it', () => {
    const text = ruleset(rule(' promptmsg="Sure?">\n<appel:OTHERWISE/>', 'behavior="limited" prompt="yes"'))
    expect(read(text).rules[0]?.promptMessage).toBe('Sure?')
    expect(codes(text)).toEqual(['appel-attribute-in-text'])
  })

  test.each([
    ['another document', '<POLICIES/>', ['appel-root']],
    ['broken markup', ruleset('<appel:RULE>'), ['xml-malformed']],
    ['a document type', '<!DOCTYPE a><RULESET/>', ['xml-doctype']],
    [
      'another namespace',
      `<RULESET xmlns="urn:x">${OTHERWISE.replaceAll('appel:', '')}</RULESET>`,
      ['appel-namespace'],
    ],
    ['no rule', ruleset(''), ['appel-rules-missing']],
    ['something else than rules', ruleset(`<appel:RULES/>${OTHERWISE}`), ['appel-element-unknown']],
    [
      'an unknown attribute',
      ruleset(rule('<appel:OTHERWISE/>', 'behavior="block" x="y"')),
      ['appel-attribute-unknown'],
    ],
    ['no behavior', ruleset(rule('<appel:OTHERWISE/>', '')), ['appel-attribute-missing']],
    ['an unknown behavior', ruleset(rule('<appel:OTHERWISE/>', 'behavior="reject"')), ['appel-value']],
    ['an unknown connective', ruleset(rule(purposes(' appel:connective="xor"'))), ['appel-value']],
    ['an unknown element', ruleset(rule('<p3p:POLICY><p3p:STATEMENTS/></p3p:POLICY>')), ['appel-element-unknown']],
    ['an unknown attribute of P3P', ruleset(rule('<p3p:POLICY nome="x"/>')), ['appel-attribute-unknown']],
    ['text', ruleset(rule('<p3p:POLICY>hello</p3p:POLICY>')), ['appel-text']],
    ['an empty rule', ruleset(rule('')), ['appel-rule-empty']],
    ['patterns beside OTHERWISE', ruleset(rule('<p3p:POLICY/><appel:OTHERWISE/>')), ['appel-otherwise-beside']],
    ['too many elements', ruleset(rule('<p3p:POLICY/>'.repeat(10_001))), ['appel-large']],
  ])('with %s is told what is wrong', (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted)
  })

  test('may be any text at all', () => {
    const piece = fc.constantFrom(
      '<RULESET>',
      '</RULESET>',
      '<RULE ',
      '<contact>',
      '</PURPOSE>',
      '"',
      '>',
      '<!--',
      '<',
      '/',
      'a="b"',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const decoded = decodeAppel(pieces.join(''))
        expect(decoded.ok || decoded.issues.length > 0).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the traps of APPEL are told', () => {
  test.each([
    ['non-and where non-or is meant', purposes(' appel:connective="non-and"'), ['appel-non-and']],
    ['one term under non-and is no trap', purposes(' appel:connective="non-and"', '<p3p:contact/>'), []],
    ['"and" between purposes', purposes(''), ['appel-and-terms']],
    [
      '"and" between retentions',
      '<p3p:POLICY><p3p:STATEMENT><p3p:RETENTION><p3p:indefinitely/><p3p:stated-purpose/></p3p:RETENTION></p3p:STATEMENT></p3p:POLICY>',
      ['appel-and-terms'],
    ],
    ['an exact connective', purposes(' appel:connective="or-exact"'), ['appel-exact']],
    ['"or" is no trap', purposes(' appel:connective="or"'), []],
  ])('%s', (_, body, wanted) => {
    expect(lints(rule(body) + OTHERWISE)).toEqual(wanted)
  })

  test('"and" is told apart where there can be only one term', () => {
    const single = (element: string, terms: string) => {
      const body = `<p3p:POLICY><p3p:STATEMENT><p3p:${element}>${terms}</p3p:${element}></p3p:STATEMENT></p3p:POLICY>`
      return lintAppel(read(ruleset(rule(body) + OTHERWISE))).map(({ data }) => data)
    }
    expect([
      ...single('PURPOSE', '<p3p:contact/><p3p:admin/>'),
      ...single('RETENTION', '<p3p:indefinitely/><p3p:stated-purpose/>'),
    ]).toEqual([
      { element: 'PURPOSE', terms: 'contact, admin', single: 'no' },
      { element: 'RETENTION', terms: 'indefinitely, stated-purpose', single: 'yes' },
    ])
  })

  test('a rule that accepts by one statement', () => {
    const accepting = rule(purposes(' appel:connective="or"'), 'behavior="request"')
    expect(lints(accepting + OTHERWISE)).toEqual(['appel-accepts-any'])
  })

  test('rules that come after one that is always true, or true of the same', () => {
    const body = rule(purposes(' appel:connective="or"'))
    expect(lints(body + body + OTHERWISE)).toEqual(['appel-rule-unreachable'])
    expect(lints(OTHERWISE + body)).toEqual(['appel-rule-unreachable'])
  })

  test('a ruleset without OTHERWISE', () => {
    expect(lints(rule(purposes(' appel:connective="or"')))).toEqual(['appel-otherwise-missing'])
  })
})
