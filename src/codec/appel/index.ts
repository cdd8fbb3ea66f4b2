export { decodeAppel } from './decode-appel.ts'
export { lintAppel } from './lint-appel.ts'
