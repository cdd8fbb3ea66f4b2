import { issue } from '../../model/index.ts'
import { listed, type Rule } from './rule.ts'

/** P3P 1.0, 4.3: a compact policy speaks of the cookies it comes with and of what is linked to them. */
export const scope: Rule = ({ p3p, cookies, practices }) => {
  const withCookies = new Set(cookies.map(cookie => cookie.practice))
  const without = practices.map(({ id }) => id).filter(id => !withCookies.has(id))
  const isWide = p3p.scope === 'site' && p3p.header !== 'never' && cookies.length > 0 && without.length > 0
  return isWide ? [issue('compact-scope-wide', { practices: listed(without) }, { path: ['p3p', 'scope'] })] : []
}
