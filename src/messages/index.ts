export * from './compiled/index.ts'
export { isLanguage, type Language, negotiateLanguage, SPOKEN } from './language.ts'
export { explainAppel, sayAppelVerdict } from './say-appel.ts'
export { sayBrowser, sayBrowsers, sayCookieRepair, sayLife, sayTreatment, sayVersions } from './say-cookie.ts'
export { sayDoorDecision } from './say-door.ts'
export { sayCompactIssue, sayIssue } from './say-issue.ts'
export {
  type BlameWords,
  describeBlame,
  sayChanges,
  sayLevel,
  sayMended,
  sayNoRepair,
  sayStanding,
} from './say-levels.ts'
export { sayObjection, sayPreferenceVerdict } from './say-preferences.ts'
export { type Explained, explainImportSetting, explainPrivacyImport, sayImportVerdict } from './say-privacy-import.ts'
export { sayRule, saySending } from './say-rule.ts'
export { type SaidToken, sayToken } from './say-token.ts'
