import {
  EMPTY_PRIVACY_IMPORT,
  IMPORT_ACTIONS,
  type ImportAction,
  type ImportCondition,
  type ImportRule,
  type ImportSetting,
  type LevelAction,
  type PrivacyImport,
} from '../../model/index.ts'
import { CHOICE_LETTERS, PURPOSES, type Term } from '../../vocabulary/index.ts'
import { IDENTIFYING, OBJECTIONABLE } from '../agents/internet-explorer/objections.ts'
import { IE6_SETTINGS, type IeLevel, type IeSettings, type PartySetting } from '../agents/internet-explorer/settings.ts'
import type { Demand } from '../levels/standing.ts'

const ALL_FORMS = ['', ...Object.values(CHOICE_LETTERS).toSorted()]

/** The forms of a use that do not offer the choice demanded. */
const BAD_FORMS: Readonly<Record<Demand, readonly string[]>> = {
  'opt-out': ['', CHOICE_LETTERS.always],
  'opt-in': ['', CHOICE_LETTERS.always, CHOICE_LETTERS['opt-out']],
}

const formsOf = ({ token, choice }: Term): readonly string[] => (choice ? ALL_FORMS.map(form => token + form) : [token])

/** Every way to say a purpose; `CUS` of the drafts is one to Internet Explorer. */
const PURPOSE_TOKENS = [...PURPOSES, { id: 'customization', token: 'CUS', choice: true }].flatMap(formsOf)

const holds = (token: string): ImportCondition => ({ token, not: false })
const lacks = (token: string): ImportCondition => ({ token, not: true })

/** Expressions know no "or", so there is a rule for each pair of identifying data and bad use. */
function rulesFor(demand: Demand, action: ImportAction): readonly ImportRule[] {
  const uses = [...OBJECTIONABLE.recipients, ...OBJECTIONABLE.purposes]
  const bad = uses.flatMap(use => BAD_FORMS[demand].map(form => use + form))
  return IDENTIFYING.flatMap(data => [
    { conditions: [holds(data), ...PURPOSE_TOKENS.map(lacks)], action },
    ...bad.map(token => ({ conditions: [holds(data), holds(token)], action })),
  ])
}

/** No level marks a cookie; if one did, the file could not say it, and the cookie would be accepted. */
const importAction = (action: LevelAction): ImportAction => IMPORT_ACTIONS.find(known => known === action) ?? 'accept'

const partySetting = ({ noPolicy, allowSession, demand, action }: PartySetting): ImportSetting => ({
  noPolicy: importAction(noPolicy),
  noRule: 'accept',
  session: allowSession,
  rules: demand === null ? [] : rulesFor(demand, importAction(action)),
})

const sameForAll = (action: ImportAction): ImportSetting => ({
  noPolicy: action,
  noRule: action,
  session: action === 'accept',
  rules: [],
})

/**
 * A built-in level of Internet Explorer as a privacy import file for the internet zone. That Block All stops cookies
 * from before the levels too, and that both ends of the slider outweigh the visitor's decisions for a site, no file can
 * say.
 */
export function levelAsPrivacyImport(level: IeLevel, settings: IeSettings = IE6_SETTINGS): PrivacyImport {
  const setting = settings[level]
  if ('all' in setting) {
    const all = sameForAll(importAction(setting.all))
    return {
      ...EMPTY_PRIVACY_IMPORT,
      zones: { internet: { 'first-party': all, 'third-party': all } },
      alwaysReplayLegacy: setting.all === 'accept',
    }
  }
  const first = partySetting(setting['first-party'])
  const third = partySetting(setting['third-party'])
  return { ...EMPTY_PRIVACY_IMPORT, zones: { internet: { 'first-party': first, 'third-party': third } } }
}
