import { type Issue, issue } from '../../../model/index.ts'
import type { TokenView } from '../tokens/token-view.ts'

const GROUPS = ['access', 'purpose', 'recipient', 'retention', 'category'] as const

/** The W3C validator's and the 2010 study's measure of completeness: a token of each group, or NID in place of four. */
export function checkMissing(view: TokenView): Issue[] {
  const missing = GROUPS.filter(group => view.ofKind(group).length === 0)
  if (view.written(['NID']).length > 0) return missing.includes('access') ? [issue('access-token-wanted', {})] : []
  if (missing.length === GROUPS.length) return [issue('all-tokens-missing', {})]
  return missing.map(group => issue(`${group}-token-missing`, {}))
}
