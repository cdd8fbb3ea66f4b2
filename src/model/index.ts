export {
  APPEL_BEHAVIORS,
  APPEL_CONNECTIVES,
  type AppelBehavior,
  type AppelConnective,
  type AppelFinding,
  type AppelPattern,
  type AppelRule,
  type AppelRuleset,
  type AppelVerdict,
} from './appel.ts'
export { CODES, COMPACT_CODES, type CodeRow, type CompactErrorClass, type IssueCode } from './codes/index.ts'
export type { CookieAnswer, CookieCase, CookieQuestion, CookieSetting } from './cookie-case.ts'
export {
  type BrowserEvidence,
  COOKIE_CHANGES,
  COOKIE_OUTCOMES,
  type CookieChange,
  type CookieOutcome,
  type CookieRepair,
  type CookieRow,
  type CookieTable,
  type CookieTreatment,
} from './cookie-table.ts'
export { DURATION_UNITS, type Duration, type DurationUnit, durationSeconds } from './duration.ts'
export { groupAlike } from './group-alike.ts'
export { type Issue, type IssueData, type IssuePlace, issue, SEVERITIES, type Severity, type Span } from './issue.ts'
export {
  type Blame,
  LEVEL_ACTIONS,
  LEVEL_PARTIES,
  LEVEL_REASONS,
  type LevelAction,
  type LevelCells,
  type LevelParty,
  type LevelReason,
  type LevelReport,
  type LevelVerdict,
  LIFETIMES,
  type Lifetime,
  REPAIR_CHANGES,
  type Repair,
  type RepairChange,
  STANDINGS,
  type Standing,
} from './level-report.ts'
export { matchPattern, matchPieces } from './match-pattern.ts'
export { type MendedPlace, mendedPlaces } from './mended-places.ts'
export type {
  P3pCookiePattern,
  P3pData,
  P3pDataDefinition,
  P3pDataSchema,
  P3pDispute,
  P3pExpiry,
  P3pExtension,
  P3pHint,
  P3pPolicies,
  P3pPolicy,
  P3pPolicyRef,
  P3pReferenceFile,
  P3pStatement,
  P3pUse,
  XmlElement,
} from './p3p.ts'
export {
  COMPACT_SCOPES,
  COMPACT_STYLES,
  type CookieParty,
  type Datum,
  type DeclaredCookie,
  type DeclaredStorage,
  type Dispute,
  HEADER_MODES,
  type P3pSettings,
  type Party,
  type Policy,
  type PostalAddress,
  type Practice,
  type Recipient,
  type Retention,
  type Site,
  STORAGE_AREAS,
  type StorageArea,
  type Use,
} from './policy.ts'
export {
  type ObjectionKey,
  PARTY_WISHES,
  type PartyWish,
  type PreferenceKey,
  type PreferenceObjection,
  type Preferences,
  type PreferenceVerdict,
  RETENTION_WISHES,
  type RetentionWish,
  type Satisfaction,
  SILENCE_WISHES,
  type SilenceWish,
  USE_WISHES,
  type UseWish,
} from './preferences.ts'
export {
  EMPTY_PRIVACY_IMPORT,
  IMPORT_ACTIONS,
  IMPORT_ZONES,
  type ImportAction,
  type ImportCondition,
  type ImportReason,
  type ImportRule,
  type ImportSetting,
  type ImportSiteRule,
  type ImportVerdict,
  type ImportZone,
  type PrivacyImport,
} from './privacy-import.ts'
export {
  CHOICE_MEANS,
  type ChoiceMeans,
  DECISIONS,
  type Decision,
  type PersonalPart,
  type Receipt,
  type VisitorChoice,
} from './receipt.ts'
export type { Result } from './result.ts'
export { type LanguageTag, type LocalText, textIn } from './text.ts'
