import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { p3pOf } from '../src/compile/index.ts'
import { STRENGTH_NAMES, STRENGTHS } from '../src/declare/preferences/index.ts'
import { preferencesAgent } from '../src/judge/preferences/index.ts'
import { sayObjection } from '../src/messages/index.ts'
import { PARTY_WISHES, type Preferences, RETENTION_WISHES, SILENCE_WISHES, USE_WISHES } from '../src/model/index.ts'
import { arbitraryDeclaration } from './support/arbitrary-declaration.ts'
import { examplePolicy } from './support/policies.ts'
import { policyOf } from './support/policy-of.ts'

const use = fc.constantFrom(...USE_WISHES)
const preferences: fc.Arbitrary<Preferences> = fc.record({
  marketing: use,
  profiling: use,
  otherUses: use,
  sensitive: use,
  thirdParties: fc.constantFrom(...PARTY_WISHES),
  furtherParties: use,
  retention: fc.constantFrom(...RETENTION_WISHES),
  withoutPolicy: fc.constantFrom(...SILENCE_WISHES),
})

test('a site is judged alike by its declaration and by the P3P policy made of it', () => {
  fc.assert(
    fc.property(arbitraryDeclaration, preferences, (input, wishes) => {
      const policy = policyOf(input)
      const agent = preferencesAgent(wishes)
      const named = agent.judge(policy)
      const numbered = agent.judge(p3pOf(policy, 'en', { policyName: 'shop' }))
      const keyOf = ({ wish, family, term, choice }: (typeof named.objections)[number]) =>
        `${wish} ${family} ${term} ${choice}`
      expect(numbered.accepted).toBe(named.accepted)
      expect(new Set(numbered.objections.map(keyOf))).toEqual(new Set(named.objections.map(keyOf)))
    }),
    { numRuns: 60 },
  )
})

test('the document tells what the strengths really ask for', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/preferences.md'), 'utf8')
  const camel = (key: string) => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| `([a-z-]+)` \| `([a-z-]+)` \| `([a-z-]+)` \|$/gm)]
  const told = STRENGTH_NAMES.map((_, at) => Object.fromEntries(rows.map(row => [camel(row[1] ?? ''), row[at + 2]])))
  expect(told).toEqual(STRENGTH_NAMES.map(name => STRENGTHS[name]))
})

test('a refusal points at the practice, in both languages', async () => {
  const { accepted, objections } = preferencesAgent(STRENGTHS.strict).judge(await examplePolicy('quality-unit'))
  expect(accepted).toBe(false)
  expect(objections.map(({ practice }) => practice.id)).not.toContain('')
  for (const objection of objections) {
    expect(sayObjection(objection, 'en')).toContain(`(${objection.practice.id})`)
    expect(sayObjection(objection, 'bg')).toContain(`(${objection.practice.id})`)
  }
})
