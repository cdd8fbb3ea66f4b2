import { isCandorCookie } from '../../codec/choice/index.ts'
import { type CompactPolicy, compactOfP3p, encodeCompact, encodeP3pHeader } from '../../codec/compact/index.ts'
import type { Policy, Practice } from '../../model/index.ts'
import { type CookieKey, cookiesMatching } from '../cookies-matching.ts'
import { p3pOf } from './p3p-of.ts'

/** The cookies that a response sets, by header or by its scripts; or any that the site declares. */
export type CookieScope = 'all' | readonly CookieKey[]

/** Where the reference file is, on every host (P3P 1.0, 2.2.1). */
export const POLICY_REFERENCE = '/w3c/p3p.xml'

/** The practices that these cookies belong to; none if one is not declared: of such a one nothing can be said. */
function practicesOf(policy: Policy, scope: CookieScope): readonly Practice[] {
  if (policy.cookies.length === 0) return []
  if (policy.p3p.scope === 'site') return policy.practices
  const ids =
    scope === 'all'
      ? policy.cookies.map(cookie => cookie.practice)
      : scope.flatMap(key =>
          isCandorCookie(key.name, policy.site.url) ? [] : [cookiesMatching(policy, key)[0]?.practice],
        )
  return ids.includes(undefined) ? [] : policy.practices.filter(({ id }) => ids.includes(id))
}

/** The compact form of some practices, by way of the full one (P3P 1.0, 4.5). */
export function compactOf(policy: Policy, practices: readonly Practice[]): CompactPolicy | null {
  const [language = 'en'] = policy.site.languages
  const full = p3pOf({ ...policy, practices }, language, { policyName: 'policy' })
  const compact = practices.length === 0 ? undefined : compactOfP3p([full])
  return compact?.ok ? compact.value : null
}

/**
 * What the compact policy of a response says: of the practices of its cookies, or of all, as the policy has it.
 * Null where there is none: it applies to cookies only (P3P 1.0, 4.3), and only to those declared.
 */
export const compactPolicyOf = (policy: Policy, cookies: CookieScope = 'all'): CompactPolicy | null =>
  compactOf(policy, practicesOf(policy, cookies))

/** The value of the `P3P` header of a response. */
export function compactHeaderOf(policy: Policy, cookies: CookieScope = 'all'): string {
  const compact = compactPolicyOf(policy, cookies)
  return encodeP3pHeader({
    policyref: POLICY_REFERENCE,
    compact: compact && encodeCompact(compact, policy.p3p.style),
  })
}
