import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EMPTY_PRIVACY_IMPORT,
  IMPORT_ACTIONS,
  IMPORT_ZONES,
  type ImportSetting,
  LEVEL_PARTIES,
  type PrivacyImport,
} from '../../model/index.ts'
import {
  decodePrivacyImport,
  decodeRuleString,
  encodePrivacyImport,
  encodeRuleString,
  privacyImportOf,
  ruleStringsOf,
} from './index.ts'

const action = fc.constantFrom(...IMPORT_ACTIONS)
const condition = fc.record({
  token: fc.constantFrom('PHY', 'CON', 'CONa', 'CONi', 'TEL', 'CUS', 'XYZ', 'con'),
  not: fc.boolean(),
})
const rule = fc.record({ conditions: fc.array(condition, { minLength: 1, maxLength: 4 }), action })
const setting: fc.Arbitrary<ImportSetting> = fc.record({
  noPolicy: action,
  noRule: action,
  session: fc.boolean(),
  rules: fc.array(rule, { maxLength: 4 }),
})
const parties = fc.record({ 'first-party': setting, 'third-party': setting })
const model: fc.Arbitrary<PrivacyImport> = fc.record({
  zones: fc.record({ internet: parties, intranet: parties, trustedSites: parties }, { requiredKeys: [] }),
  alwaysReplayLegacy: fc.boolean(),
  flushCookies: fc.boolean(),
  flushSiteList: fc.boolean(),
  siteRules: fc.array(
    fc.record({ domain: fc.constantFrom('a.example', 'b.example'), action: fc.constantFrom('accept', 'reject') }),
    { maxLength: 3 },
  ),
})
const runs = { numRuns: 150 }

const party = (
  name: string,
  inner = '',
  attributes = 'noPolicyDefault="reject" noRuleDefault="accept" alwaysAllowSession="no"',
) => `<${name} ${attributes}>${inner}</${name}>`
const zone = (inner: string, attributes = 'zone="internet"') =>
  `<p3pCookiePolicy ${attributes}>${inner}</p3pCookiePolicy>`
const BOTH = party('firstParty') + party('thirdParty')
const file = (inner: string) =>
  `<MSIEPrivacy><MSIEPrivacySettings formatVersion="6">${inner}</MSIEPrivacySettings></MSIEPrivacy>`
const codes = (text: string) => decodePrivacyImport(text).issues.map(({ code }) => code)

describe('a privacy import file', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(model, made => {
        const read = decodePrivacyImport(encodePrivacyImport(made))
        expect(read.ok && read.value).toEqual(made)
        expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      runs,
    )
  })

  test('is read with all that it can set', () => {
    const text = `<?xml version="1.0"?>
<MSIEPrivacy>
  <MSIEPrivacySettings formatVersion="6">
    <p3pCookiePolicy zone="internet">
      <firstParty noPolicyDefault="forceFirstParty" noRuleDefault="accept" alwaysAllowSession="yes">
        <if expr="PHY, !TEL" action="forceSession"/>
      </firstParty>
      <thirdParty noPolicyDefault="reject" noRuleDefault="prompt" alwaysAllowSession="no"/>
    </p3pCookiePolicy>
    <alwaysReplayLegacy/><flushCookies/><flushSiteList/>
  </MSIEPrivacySettings>
  <MSIESiteRules formatVersion="6"><site domain="Example.com" action="reject"/></MSIESiteRules>
</MSIEPrivacy>`
    expect(decodePrivacyImport(text)).toEqual({
      ok: true,
      issues: [],
      value: {
        zones: {
          internet: {
            'first-party': {
              noPolicy: 'leash',
              noRule: 'accept',
              session: true,
              rules: [
                {
                  conditions: [
                    { token: 'PHY', not: false },
                    { token: 'TEL', not: true },
                  ],
                  action: 'downgrade',
                },
              ],
            },
            'third-party': { noPolicy: 'reject', noRule: 'prompt', session: false, rules: [] },
          },
        },
        alwaysReplayLegacy: true,
        flushCookies: true,
        flushSiteList: true,
        siteRules: [{ domain: 'example.com', action: 'reject' }],
      },
    })
  })

  test.each([
    ['another document', '<POLICIES/>', ['privacy-file-root']],
    ['names in other letters', file(zone(BOTH.replaceAll('firstParty', 'firstparty'))), ['privacy-file-name-case']],
    ['the wrong version', file(zone(BOTH)).replace('"6"', '"6.0"'), ['privacy-file-value']],
    ['an unknown part', file(`<cookies/>${zone(BOTH)}`), ['privacy-file-element-unknown']],
    ['a party missing', file(zone(party('firstParty'))), ['privacy-file-element-missing']],
    ['a party twice', file(zone(BOTH + party('thirdParty'))), ['privacy-file-element-repeated']],
    [
      'parties in the wrong order',
      file(zone(party('thirdParty') + party('firstParty'))),
      ['privacy-file-element-order'],
    ],
    [
      'a missing attribute',
      file(zone(party('firstParty', '', 'noRuleDefault="accept" alwaysAllowSession="no"') + party('thirdParty'))),
      ['privacy-file-attribute-missing'],
    ],
    ['an unknown attribute', file(zone(BOTH, 'zone="internet" name="x"')), ['privacy-file-attribute-unknown']],
    ['an unknown zone', file(zone(BOTH, 'zone="restricted"')), ['privacy-file-value']],
    ['a zone twice', file(zone(BOTH) + zone(BOTH)), ['privacy-file-zone-repeated']],
    ['text between elements', file(`hello${zone(BOTH)}`), ['privacy-file-text']],
    ['nothing at all', '<MSIEPrivacy/>', ['privacy-file-empty']],
    [
      'an address for a domain',
      '<MSIEPrivacy><MSIESiteRules formatVersion="6"><site domain="http://a.example/" action="accept"/></MSIESiteRules></MSIEPrivacy>',
      ['privacy-file-domain'],
    ],
    [
      'a broken expression',
      file(zone(party('firstParty', '<if expr="PHY,,CON" action="reject"/>') + party('thirdParty'))),
      ['privacy-rule-expression'],
    ],
    [
      'an unknown token',
      file(zone(party('firstParty', '<if expr="PHYo" action="reject"/>') + party('thirdParty'))),
      ['privacy-rule-token-unknown'],
    ],
    [
      'a contradiction',
      file(zone(party('firstParty', '<if expr="PHY,!PHY" action="reject"/>') + party('thirdParty'))),
      ['privacy-rule-never'],
    ],
    [
      'a rule twice',
      file(
        zone(
          party('firstParty', '<if expr="PHY,CON" action="reject"/><if expr="CON, PHY" action="accept"/>') +
            party('thirdParty'),
        ),
      ),
      ['privacy-rule-unreachable'],
    ],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><MSIEPrivacy/>', ['xml-doctype']],
  ])('with %s is told what is wrong', (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted)
  })

  test('tells the line and column of each departure', () => {
    const { issues } = decodePrivacyImport(
      `<MSIEPrivacy>\n  <MSIEPrivacySettings formatVersion="6">\n    <surprise/>\n  </MSIEPrivacySettings>\n</MSIEPrivacy>`,
    )
    expect(issues[0]?.at).toMatchObject({ line: 3, column: 5 })
  })

  test('with white space without end is read in its time', () => {
    const wide = `PHY,${' '.repeat(1_000_000)}CON${' '.repeat(500_000)}x`
    const text = file(zone(party('firstParty', `<if expr="${wide}" action="reject"/>`) + party('thirdParty')))
    expect(codes(text)).toEqual(['privacy-rule-expression'])
  })

  test('has no end of faults without the list of them having one', () => {
    expect(codes(file('<x/>'.repeat(5000))).length).toBe(201)
  })
})

describe('a rule string', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(setting, made => {
        const read = decodeRuleString(encodeRuleString(made))
        expect(read.ok && read.value).toEqual(made)
        expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      runs,
    )
  })

  test('is read with either signature, with special rules by both names, and as a registry file has it', () => {
    const wanted = {
      noPolicy: 'downgrade',
      noRule: 'accept',
      session: true,
      rules: [
        {
          conditions: [
            { token: 'FIN', not: false },
            { token: 'CONi', not: true },
          ],
          action: 'reject',
        },
        { conditions: [{ token: 'UNR', not: false }], action: 'prompt' },
      ],
    }
    for (const text of [
      'IE6-P3PV1/settings: /FIN&!CONi=r/ UNR=p nopolicy=d session=a /=a/',
      'IE6-P3PSettings/V1:\n/FIN&!CONi=r/\t/UNR=p/ ###=d session=a %%%=a',
      '"{A8A88C49}"="IE6-P3PV1/settings: /FIN&!CONi=r/ /UNR=p/ nopolicy=d session=a always=a"',
    ])
      expect(decodeRuleString(text)).toEqual({ ok: true, value: wanted, issues: [] })
  })

  test.each([
    ['no signature', '/PHY=r/ nopolicy=a always=a', ['privacy-rules-signature']],
    ['something else', 'hello', ['privacy-rules-signature']],
    ['nothing', '', ['privacy-rules-signature']],
    ['a word that is no rule', 'IE6-P3PV1/settings: PHY nopolicy=a always=a', ['privacy-rules-syntax']],
    ['a slash missing', 'IE6-P3PV1/settings: /PHY=r nopolicy=a always=a', ['privacy-rules-syntax']],
    ['an unknown action', 'IE6-P3PV1/settings: /PHY=x/ nopolicy=a always=a', ['privacy-rules-action']],
    ['a session that is not accepted', 'IE6-P3PV1/settings: session=r nopolicy=a always=a', ['privacy-rules-action']],
    ['a special rule twice', 'IE6-P3PV1/settings: nopolicy=r nopolicy=a always=a', ['privacy-rules-repeated']],
    ['a gap', 'IE6-P3PV1/settings: /PHY&&CON=r/ nopolicy=a always=a', ['privacy-rule-expression']],
    ['a rule after the last', 'IE6-P3PV1/settings: nopolicy=a /=a/ /PHY=r/', ['privacy-rule-unreachable']],
    ['nothing said of the rest', 'IE6-P3PV1/settings: /PHY=r/', ['privacy-rules-default', 'privacy-rules-default']],
  ])('with %s is told what is wrong', (_, text, wanted) => {
    expect(decodeRuleString(text).issues.map(({ code }) => code)).toEqual(wanted)
  })

  test('may be any text at all', () => {
    const piece = fc.constantFrom('IE6-P3PV1/settings:', '/', '=', '&', '!', 'a', 'PHY', ' ', '"', '###=', 'always=')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        text => {
          expect(decodeRuleString(text).issues.every(({ code }) => code.startsWith('privacy-rule'))).toBe(true)
        },
      ),
      runs,
    )
    expect(decodeRuleString('x'.repeat(300_000)).issues[0]?.code).toBe('privacy-rules-long')
  })
})

describe('one form turned into the other', () => {
  test('loses nothing of the settings, and names what else is lost', () => {
    fc.assert(
      fc.property(model, made => {
        const { strings, issues } = ruleStringsOf(made)
        const settings = strings.map(({ zone, party, text }) => {
          const read = decodeRuleString(text)
          if (!read.ok) throw new Error(text)
          return { zone, party, setting: read.value }
        })
        expect(privacyImportOf(settings)).toEqual({
          ok: true,
          value: { ...EMPTY_PRIVACY_IMPORT, zones: made.zones },
          issues: [],
        })
        const said = [made.alwaysReplayLegacy, made.flushCookies, made.flushSiteList, made.siteRules.length > 0]
        expect(issues.length).toBe(said.filter(Boolean).length)
      }),
      runs,
    )
  })

  test('needs both parties of a zone', () => {
    const made = decodeRuleString('IE6-P3PV1/settings: always=a')
    if (!made.ok) throw new Error('unreadable')
    for (const party of LEVEL_PARTIES)
      expect(privacyImportOf([{ zone: IMPORT_ZONES[0], party, setting: made.value }])).toMatchObject({
        ok: false,
        issues: [{ code: 'privacy-file-party-missing' }],
      })
  })
})
