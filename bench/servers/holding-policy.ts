import type { Policy } from '../../src/model/index.ts'
import { askingPolicy } from '../../test/support/door-policy.ts'

/** The policy of the tests, but advertising is somebody else's: every tag of a page may lead there. */
export function holdingPolicy(): Policy {
  const policy = askingPolicy()
  const practices = policy.practices.map(practice =>
    practice.id === 'advertising'
      ? {
          ...practice,
          recipients: practice.recipients.map(use => ({ ...use, hosts: ['ads.example', '*.ads.example'] })),
        }
      : practice,
  )
  return { ...policy, practices }
}
