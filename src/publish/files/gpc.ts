import type { Policy } from '../../model/index.ts'

/**
 * Global Privacy Control, `/.well-known/gpc.json`: the site says that it heeds the signal. `lastUpdate` is the RFC 3339
 * date of that statement; where the policy has none it is left out, and readers take it as not known.
 */
export const gpcStatement = ({ effective }: Policy) =>
  effective === null ? { gpc: true } : { gpc: true, lastUpdate: effective }
