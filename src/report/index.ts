export { findDifferences } from './differences/find-differences.ts'
export { type Known, type KnownCookies, readOcd, whoIsCookie, whoIsHost } from './known/index.ts'
