import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../test/support/arbitrary-declaration.ts'
import { schemaFaults } from '../../test/support/p3p-content-models.ts'
import { policyOf } from '../../test/support/policy-of.ts'
import { decodeCompact, EMPTY_COMPACT_POLICY, encodeCompact } from '../codec/compact/index.ts'
import { encodeP3pXml } from '../codec/p3p-xml/index.ts'
import { sayIssue } from '../messages/index.ts'
import { COMPACT_CODES } from '../model/codes/compact.ts'
import type { Policy } from '../model/index.ts'
import { hashOf } from './hash.ts'
import { lintPolicy } from './lint-policy.ts'
import { compactPolicyOf } from './p3p/compact-of.ts'
import { p3pOf } from './p3p/p3p-of.ts'

/** Of every sound declaration's policy. */
const holds = (property: (policy: Policy) => void) =>
  fc.assert(
    fc.property(arbitraryDeclaration, input => void property(policyOf(input))),
    { numRuns: 100 },
  )

test('every policy bears the hash of all else in it', () => {
  holds(({ hash, ...rest }) => expect(hashOf(rest)).toBe(hash))
})

test('every policy is a valid P3P 1.0 file', () => {
  holds(policy => expect(schemaFaults(encodeP3pXml([p3pOf(policy, 'bg', { policyName: 'policy' })]))).toEqual([]))
})

test('every compact policy has legal tokens only, and all that must be there', () => {
  holds(policy => {
    const compact = compactPolicyOf(policy)
    if (compact === null) return expect(policy.cookies).toEqual([])
    const { issues } = decodeCompact(`CP="${encodeCompact(compact)}"`)
    const classes = issues
      .filter(({ code }) => code !== 'compact-is-test')
      .map(({ code }) => COMPACT_CODES[code as keyof typeof COMPACT_CODES].errorClass)
    expect(classes.filter(errorClass => errorClass === 'invalid' || errorClass === 'missing')).toEqual([])
  })
})

test("a response's compact policy says nothing that the site's does not", () => {
  holds(policy => {
    const site = encodeCompact(compactPolicyOf(policy) ?? EMPTY_COMPACT_POLICY).split(' ')
    for (const { name, host, path } of policy.cookies) {
      const compact = compactPolicyOf(policy, [{ name: name.replace('*', 'x'), host, path }])
      const tokens = encodeCompact(compact ?? EMPTY_COMPACT_POLICY).split(' ')
      expect(tokens.filter(token => token !== 'NID' && !site.includes(token))).toEqual([])
    }
  })
})

test('every finding has a path from the top of the declaration, and words in both languages', () => {
  const tops = ['access', 'cookies', 'disclosure', 'disputes', 'p3p', 'practices', 'site', 'storage', undefined]
  holds(policy => {
    for (const issue of lintPolicy(policy)) {
      expect(tops).toContain(issue.path[0])
      expect(sayIssue(issue, 'bg')).not.toContain('undefined')
      expect(sayIssue(issue, 'en')).not.toContain('undefined')
    }
  })
})
