import {
  EMPTY_PRIVACY_IMPORT,
  IMPORT_ZONES,
  type ImportSetting,
  type ImportZone,
  type Issue,
  issue,
  LEVEL_PARTIES,
  type LevelParty,
  type PrivacyImport,
  type Result,
} from '../../model/index.ts'
import { encodeRuleString } from './encode-rules.ts'

/** A setting with the place it has in a file, and in a registry. */
export interface PlacedSetting {
  readonly zone: ImportZone
  readonly party: LevelParty
  readonly setting: ImportSetting
}

/** A rule string with the zone and the party it is for. */
export interface PlacedRuleString extends Omit<PlacedSetting, 'setting'> {
  readonly text: string
}

/** The rule strings that say what a file says, and what of it no rule string can say. */
export function ruleStringsOf(model: PrivacyImport): {
  readonly strings: readonly PlacedRuleString[]
  readonly issues: readonly Issue[]
} {
  const strings = IMPORT_ZONES.flatMap(zone => {
    const parties = model.zones[zone]
    if (parties === undefined) return []
    return LEVEL_PARTIES.map(party => ({ zone, party, text: encodeRuleString(parties[party]) }))
  })
  const lost: readonly (readonly [string, boolean])[] = [
    ['alwaysReplayLegacy', model.alwaysReplayLegacy],
    ['flushCookies', model.flushCookies],
    ['flushSiteList', model.flushSiteList],
    ['MSIESiteRules', model.siteRules.length > 0],
  ]
  return { strings, issues: lost.flatMap(([what, said]) => (said ? [issue('privacy-rules-lost', { what })] : [])) }
}

/** The file that says what these settings say. A zone needs both parties: the file cannot set one alone. */
export function privacyImportOf(settings: readonly PlacedSetting[]): Result<PrivacyImport> {
  const issues: Issue[] = []
  const zones: { [Z in ImportZone]?: Readonly<Record<LevelParty, ImportSetting>> } = {}
  for (const zone of IMPORT_ZONES) {
    const found = settings.filter(placed => placed.zone === zone)
    const [first, third] = LEVEL_PARTIES.map(party => found.find(placed => placed.party === party)?.setting)
    if (first !== undefined && third !== undefined) zones[zone] = { 'first-party': first, 'third-party': third }
    else if (first !== undefined || third !== undefined) {
      const party = first === undefined ? 'first' : 'third'
      issues.push(issue('privacy-file-party-missing', { zone, party }))
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { ...EMPTY_PRIVACY_IMPORT, zones }, issues }
}
