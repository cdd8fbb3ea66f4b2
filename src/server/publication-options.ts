import { compactHeaderOf, compactPolicyOf } from '../compile/index.ts'
import { ie6 } from '../judge/index.ts'
import type { Policy } from '../model/index.ts'
import type { PublishOptions } from '../publish/index.ts'

/** What a notice tells beyond the policy itself: how browsers judge it. Publishing knows no judge; here the two meet. */
export function publicationOptions(policy: Policy): PublishOptions {
  return compactPolicyOf(policy) === null ? {} : { verdicts: ie6.report(compactHeaderOf(policy)) }
}
