export * from './compiled/index.ts'
export { isLanguage, type Language, negotiateLanguage } from './language.ts'
export { sayIssue } from './say-issue.ts'
export { type SaidToken, sayToken } from './say-token.ts'
