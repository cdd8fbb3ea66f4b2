export { type CaseOptions, generateCases } from './generate.ts'
export { AWAY, SHARED_PAGES } from './sites.ts'
