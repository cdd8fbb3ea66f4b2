export { BASIC } from './attributes.ts'
export { type CaseOptions, generateCases } from './generate.ts'
export { type JarCase, type JarStep, jarCases } from './jars.ts'
export { AWAY, SHARED_PAGES } from './sites.ts'
