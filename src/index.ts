/**
 * What a site promises about people's data: read, compiled, linted, turned into P3P, and judged as browsers judge it.
 * Pure: it runs in any JavaScript runtime. Texts for people: `sayIssue`.
 */
export {
  type CompactPolicy,
  type CompactReading,
  type CompactStyle,
  decodeCompact,
  encodeCompact,
} from './codec/compact/index.ts'
export {
  type CookieKey,
  type CookieScope,
  canonicalJson,
  compactHeaderOf,
  compactPolicyOf,
  compile,
  cookiesMatching,
  type Locate,
  lintPolicy,
  type P3pNaming,
  p3pOf,
} from './compile/index.ts'
export {
  type Declaration,
  type DeclarationInput,
  type Declared,
  declare,
  declareObject,
  defineDeclaration,
} from './declare/index.ts'
export { type Agent, findAgent, findLevelAgent, type LevelAgent } from './judge/index.ts'
export { type Language, sayIssue } from './messages/index.ts'
export type {
  CookieAnswer,
  CookieCase,
  Issue,
  IssueCode,
  LevelReport,
  P3pPolicy,
  Policy,
  Result,
  Severity,
} from './model/index.ts'
