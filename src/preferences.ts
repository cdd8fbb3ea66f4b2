/**
 * What visitors want, said by themselves: in plain form, as Internet Explorer's privacy import files and rule strings, or
 * as APPEL rulesets. Read, written, explained, and held against a site's policy. Pure.
 */
export { decodeAppel, lintAppel } from './codec/appel/index.ts'
export {
  decodePrivacyImport,
  decodeRuleString,
  encodePrivacyImport,
  encodeRuleString,
  privacyImportOf,
  ruleStringsOf,
} from './codec/privacy-import/index.ts'
export {
  declarePreferences,
  declarePreferencesObject,
  type PreferencesInput,
  STRENGTH_NAMES,
  STRENGTHS,
  type StrengthName,
} from './declare/preferences/index.ts'
export { APPEL_PRESETS, type AppelContext, type AppelPresetName, judgeByAppel } from './judge/appel/index.ts'
export { type PreferencesAgent, preferencesAgent } from './judge/preferences/index.ts'
export {
  levelAsPrivacyImport,
  type PrivacyImportAgent,
  privacyImportAgent,
  siteRuleOf,
} from './judge/privacy-import/index.ts'
export {
  explainAppel,
  explainPrivacyImport,
  sayAppelVerdict,
  sayImportVerdict,
  sayObjection,
  sayPreferenceVerdict,
} from './messages/index.ts'
export type {
  AppelRuleset,
  AppelVerdict,
  ImportVerdict,
  PreferenceObjection,
  Preferences,
  PreferenceVerdict,
  PrivacyImport,
} from './model/index.ts'
