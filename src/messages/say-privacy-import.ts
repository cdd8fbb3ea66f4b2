import {
  IMPORT_ZONES,
  type ImportAction,
  type ImportRule,
  type ImportSetting,
  type ImportVerdict,
  type ImportZone,
  LEVEL_PARTIES,
  type LevelParty,
  type PrivacyImport,
} from '../model/index.ts'
import { PURPOSES } from '../vocabulary/index.ts'
import { preferences } from './compiled/index.ts'
import { type ImportPattern, joinPatterns, patternOf, runsOf } from './import-patterns.ts'
import type { Language } from './language.ts'
import { nameForms } from './name-forms.ts'

/** Sentences under a heading. */
export interface Explained {
  readonly heading: string
  readonly sentences: readonly string[]
}

/** All that states a purpose to Internet Explorer, without suffix. */
const PURPOSE_CORES: readonly string[] = [...PURPOSES.map(({ token }) => token), 'CUS']

const coreOf = (token: string): string => token.slice(0, 3)

/** Whether these are all the purposes of the recommendation, in whatever forms. */
function isEveryPurpose(tokens: readonly string[]): boolean {
  const held = new Set(tokens.map(coreOf))
  return PURPOSES.every(({ token }) => held.has(token))
}

function sayLacks(tokens: readonly string[], language: Language): readonly string[] {
  if (tokens.length === 0) return []
  const words = preferences[language]
  const what = nameForms(tokens, language, 'conjunction')
  return [tokens.length > 1 ? words['import.lacks-any']({ what }) : words['import.lacks']({ what })]
}

function sayPattern({ anyOf, lacks }: ImportPattern, language: Language): string {
  const words = preferences[language]
  const held = anyOf.map(tokens => words['import.holds']({ what: nameForms(tokens, language, 'disjunction') }))
  const purposeless = isEveryPurpose(lacks)
  const others = purposeless ? lacks.filter(token => !PURPOSE_CORES.includes(coreOf(token))) : lacks
  const parts = [...held, ...(purposeless ? [words['import.no-purpose']] : []), ...sayLacks(others, language)]
  return parts.reduce((one, other) => words['import.and']({ one, other }))
}

const does = (action: ImportAction, language: Language): string => preferences[language][`import.does.${action}`]

function sayRules(rules: readonly ImportRule[], language: Language): readonly string[] {
  return runsOf(rules).flatMap(run =>
    joinPatterns(run.map(patternOf)).map(pattern =>
      preferences[language]['import.rule']({
        says: sayPattern(pattern, language),
        does: does(run[0]?.action ?? 'accept', language),
      }),
    ),
  )
}

/** What is done with one party's cookies, a sentence each. */
export function explainImportSetting(setting: ImportSetting, language: Language): readonly string[] {
  const { noPolicy, noRule, session, rules } = setting
  const words = preferences[language]
  if (rules.length === 0 && noPolicy === noRule && (!session || noRule === 'accept')) {
    return [words['import.all']({ does: does(noRule, language) })]
  }
  const said = sayRules(rules, language)
  return [
    ...(session ? [words['import.session']] : []),
    words['import.no-policy']({ does: does(noPolicy, language) }),
    ...(said.length > 1 ? [words['import.first-decides']] : []),
    ...said,
    words['import.rest']({ does: does(noRule, language) }),
  ]
}

/** Why a cookie is treated as it is. */
export function sayImportVerdict({ reason, decidedBy }: ImportVerdict, language: Language): string {
  const words = preferences[language]
  if (decidedBy === null || reason !== 'rule') return words[`decided.${reason === 'rule' ? 'no-rule' : reason}`]
  const says = sayPattern(patternOf(decidedBy.rule), language)
  return words['decided.rule']({ number: decidedBy.number, says })
}

const headingOf = (zone: ImportZone, party: LevelParty, language: Language): string =>
  preferences[language]['import.heading']({ zone, party: party === 'first-party' ? 'first' : 'third' })

function explainRest(model: PrivacyImport, language: Language): readonly string[] {
  const words = preferences[language]
  const sites = (['accept', 'reject'] as const).flatMap(action => {
    const domains = model.siteRules.filter(rule => rule.action === action).map(({ domain }) => domain)
    return domains.length === 0
      ? []
      : [words['import.sites']({ domains: domains.join(', '), does: does(action, language) })]
  })
  return [
    ...sites,
    words[model.alwaysReplayLegacy ? 'import.legacy-sent' : 'import.legacy-leashed'],
    ...(model.flushCookies ? [words['import.flush-cookies']] : []),
    ...(model.flushSiteList ? [words['import.flush-sites']] : []),
  ]
}

/** What a privacy import file does, in plain sentences. */
export function explainPrivacyImport(model: PrivacyImport, language: Language): readonly Explained[] {
  const settings = IMPORT_ZONES.flatMap(zone => {
    const parties = model.zones[zone]
    if (parties === undefined) return []
    return LEVEL_PARTIES.map(party => ({
      heading: headingOf(zone, party, language),
      sentences: explainImportSetting(parties[party], language),
    }))
  })
  return [...settings, { heading: preferences[language]['import.beside'], sentences: explainRest(model, language) }]
}
