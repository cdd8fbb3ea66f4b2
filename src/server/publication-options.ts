import { compactHeaderOf, compactPolicyOf } from '../compile/index.ts'
import { judgeDeclaredCookies } from '../judge/cookies/index.ts'
import { ie6 } from '../judge/index.ts'
import type { Policy } from '../model/index.ts'
import type { PublishOptions } from '../publish/index.ts'

/** A declared life is a span, so every clock gives the same answer; a fixed one lets a build repeat to the byte. */
const ANY_TIME = '2000-01-01T00:00:00Z'

/** The header as browsers get it: none where the policy says never. */
const sent = (policy: Policy): string | null => (policy.p3p.header === 'never' ? null : compactHeaderOf(policy))

/** What a notice tells beyond the policy itself: how browsers judge it. Publishing knows no judge; here the two meet. */
export function publicationOptions(policy: Policy): PublishOptions {
  const { cookies, site } = policy
  return {
    ...(compactPolicyOf(policy) === null ? {} : { verdicts: ie6.report(sent(policy)) }),
    ...(cookies.length === 0 ? {} : { treatments: judgeDeclaredCookies(cookies, { site: site.url, now: ANY_TIME }) }),
  }
}
