export * from './compiled/index.ts'
export { isLanguage, type Language, negotiateLanguage } from './language.ts'
export { sayIssue } from './say-issue.ts'
