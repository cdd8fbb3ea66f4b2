export { declarePreferences, declarePreferencesObject } from './declare-preferences.ts'
export type { PreferencesInput } from './schema.ts'
export { STRENGTH_NAMES, STRENGTHS, type StrengthName } from './strengths.ts'
