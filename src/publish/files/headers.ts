import { compactHeaderOf } from '../../compile/index.ts'
import type { Policy } from '../../model/index.ts'

/**
 * The headers that tell of the whole policy, for servers that send the same ones with every response, or with
 * every response that sets cookies: `header` of the policy says which. None where it is never to be sent.
 */
export const headersOf = (policy: Policy): Readonly<Record<string, string>> =>
  policy.p3p.header === 'never' ? {} : { P3P: compactHeaderOf(policy) }
