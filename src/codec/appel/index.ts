export { APPEL_NAMESPACE, decodeAppel } from './decode-appel.ts'
export { lintAppel } from './lint-appel.ts'
