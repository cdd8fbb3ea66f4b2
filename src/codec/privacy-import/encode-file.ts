import {
  IMPORT_ZONES,
  type ImportAction,
  type ImportRule,
  type ImportSetting,
  type PrivacyImport,
  type XmlElement,
} from '../../model/index.ts'
import { writeXml } from '../xml/index.ts'
import { writeExpression } from './expression.ts'
import { ACTION_WORDS } from './words.ts'

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlElement[] = [],
): XmlElement => ({ name, namespace: '', attributes, children })

const word = (action: ImportAction): string => ACTION_WORDS[action].file

const ruleElement = ({ conditions, action }: ImportRule): XmlElement =>
  element('if', { expr: writeExpression(conditions, ','), action: word(action) })

const partyElement = (name: string, { noPolicy, noRule, session, rules }: ImportSetting): XmlElement =>
  element(
    name,
    {
      noPolicyDefault: word(noPolicy),
      noRuleDefault: word(noRule),
      alwaysAllowSession: session ? 'yes' : 'no',
    },
    rules.map(ruleElement),
  )

const VERSION = { formatVersion: '6' } as const

function settingsElement({ zones, ...flags }: PrivacyImport): XmlElement[] {
  const policies = IMPORT_ZONES.flatMap(zone => {
    const parties = zones[zone]
    if (parties === undefined) return []
    const children = [
      partyElement('firstParty', parties['first-party']),
      partyElement('thirdParty', parties['third-party']),
    ]
    return [element('p3pCookiePolicy', { zone }, children)]
  })
  const marks = (['alwaysReplayLegacy', 'flushCookies', 'flushSiteList'] as const)
    .filter(flag => flags[flag])
    .map(flag => element(flag, {}))
  const children = [...policies, ...marks]
  return children.length === 0 ? [] : [element('MSIEPrivacySettings', VERSION, children)]
}

/** Writes a privacy import file, as Internet Explorer reads it under Internet Options, Privacy, Import. */
export function encodePrivacyImport(model: PrivacyImport): string {
  const sites = model.siteRules.map(({ domain, action }) => element('site', { domain, action }))
  return writeXml(
    element('MSIEPrivacy', {}, [
      ...settingsElement(model),
      ...(sites.length === 0 ? [] : [element('MSIESiteRules', VERSION, sites)]),
    ]),
  )
}
