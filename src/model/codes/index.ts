import { COMPACT_CODES } from './compact.ts'
import { DECLARATION_CODES } from './declaration.ts'
import { IMPORT_CODES } from './import.ts'
import { OBSERVED_CODES } from './observed.ts'
import { P3P_XML_CODES } from './p3p-xml.ts'
import { POLICY_CODES } from './policy.ts'
import { PREFERENCE_CODES } from './preferences.ts'

/**
 * Every code Candor can report, one table a family. A code is never renamed.
 * Each has a message in every language and a page in `docs/findings/`.
 */
export const CODES = {
  ...COMPACT_CODES,
  ...DECLARATION_CODES,
  ...IMPORT_CODES,
  ...OBSERVED_CODES,
  ...P3P_XML_CODES,
  ...POLICY_CODES,
  ...PREFERENCE_CODES,
} as const

export type IssueCode = keyof typeof CODES
export type { CodeRow } from './code.ts'
export { COMPACT_CODES, type CompactErrorClass } from './compact.ts'
