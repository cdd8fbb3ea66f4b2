import {
  EMPTY_PRIVACY_IMPORT,
  type ImportSetting,
  type ImportSiteRule,
  type ImportZone,
  type Issue,
  issue,
  type PrivacyImport,
  type Result,
} from '../../model/index.ts'
import { readXml } from '../xml/index.ts'
import { checkRules, type PlacedRule } from './check-rules.ts'
import { readExpression } from './expression.ts'
import { FileReader, type ReadElement } from './read-element.ts'
import { actionOfWord, excerpt } from './words.ts'

/** More than these nobody mends in one go, and a hostile file has thousands. */
const MOST_ISSUES = 200

const childrenOf = (element: ReadElement | undefined, name: string): readonly ReadElement[] =>
  (element?.children ?? []).filter(child => child.name === name)
const childOf = (element: ReadElement | undefined, name: string): ReadElement | undefined =>
  childrenOf(element, name)[0]

function readRule({ attributes: { expr = '', action = '' }, at }: ReadElement, issues: Issue[]): PlacedRule[] {
  if (expr === '') return []
  const conditions = readExpression(expr, ',')
  if (typeof conditions === 'string') {
    issues.push(issue('privacy-rule-expression', { expression: excerpt(expr), problem: conditions }, { at }))
    return []
  }
  return [{ rule: { conditions, action: actionOfWord(action) ?? 'accept' }, at }]
}

function readParty(element: ReadElement, issues: Issue[]): ImportSetting {
  const { noPolicyDefault = '', noRuleDefault = '', alwaysAllowSession } = element.attributes
  const rules = childrenOf(element, 'if').flatMap(child => readRule(child, issues))
  for (const found of checkRules(rules)) issues.push(found)
  return {
    noPolicy: actionOfWord(noPolicyDefault) ?? 'accept',
    noRule: actionOfWord(noRuleDefault) ?? 'accept',
    session: alwaysAllowSession === 'yes',
    rules: rules.map(({ rule }) => rule),
  }
}

/** Of a zone that is set twice the first counts; one with a party missing sets nothing. */
function readZones(settings: ReadElement | undefined, issues: Issue[]): PrivacyImport['zones'] {
  const zones: { [Z in ImportZone]?: NonNullable<PrivacyImport['zones'][Z]> } = {}
  for (const element of childrenOf(settings, 'p3pCookiePolicy')) {
    const zone = element.attributes['zone'] as ImportZone | ''
    const first = childOf(element, 'firstParty')
    const third = childOf(element, 'thirdParty')
    if (zone === '' || first === undefined || third === undefined) continue
    if (zones[zone] !== undefined) issues.push(issue('privacy-file-zone-repeated', { zone }, { at: element.at }))
    else zones[zone] = { 'first-party': readParty(first, issues), 'third-party': readParty(third, issues) }
  }
  return zones
}

/** A name with a dot in it and nothing around it. */
const isDomain = (text: string): boolean => /^[^\s/:@*.]+(?:\.[^\s/:@*.]+)+$/.test(text)

function readSiteRules(rules: ReadElement | undefined, issues: Issue[]): readonly ImportSiteRule[] {
  return childrenOf(rules, 'site').flatMap(({ attributes: { domain = '', action }, at }): ImportSiteRule[] => {
    if (domain === '' || (action !== 'accept' && action !== 'reject')) return []
    if (!isDomain(domain)) issues.push(issue('privacy-file-domain', { domain: excerpt(domain) }, { at }))
    return [{ domain: domain.toLowerCase(), action }]
  })
}

const byPlace = (a: Issue, b: Issue) =>
  (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)

const cut = (issues: readonly Issue[]): readonly Issue[] =>
  issues.length <= MOST_ISSUES
    ? issues
    : [...issues.slice(0, MOST_ISSUES), issue('issues-more', { count: issues.length - MOST_ISSUES })]

/**
 * Reads a privacy import file. Internet Explorer refuses a file with an error in it and leaves its settings as they are;
 * here what can be read is read, and every departure is told with its place.
 */
export function decodePrivacyImport(input: string | Uint8Array): Result<PrivacyImport> {
  const xml = readXml(input)
  if (!xml.ok) return xml
  const { root, at } = xml.value
  const reader = new FileReader(xml.value)
  const name = reader.meant(root.name, ['MSIEPrivacy'], root)
  if (name === undefined) {
    const wrong = issue('privacy-file-root', { element: excerpt(root.name) }, { at: at(root) })
    return { ok: false, issues: [...xml.issues, wrong] }
  }
  if (root.namespace !== '')
    reader.report('privacy-file-attribute-unknown', { element: name, attribute: 'xmlns' }, root)
  const file = reader.read(root, name)
  const { issues } = reader
  const settings = childOf(file, 'MSIEPrivacySettings')
  const sites = childOf(file, 'MSIESiteRules')
  if (settings === undefined && sites === undefined) issues.push(issue('privacy-file-empty', {}, { at: file.at }))
  const has = (child: string) => childOf(settings, child) !== undefined
  const value: PrivacyImport = {
    ...EMPTY_PRIVACY_IMPORT,
    zones: readZones(settings, issues),
    alwaysReplayLegacy: has('alwaysReplayLegacy'),
    flushCookies: has('flushCookies'),
    flushSiteList: has('flushSiteList'),
    siteRules: readSiteRules(sites, issues),
  }
  return { ok: true, value, issues: [...xml.issues, ...cut(issues.toSorted(byPlace))] }
}
