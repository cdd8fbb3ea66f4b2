import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeP3pXml } from '../src/codec/p3p-xml/index.ts'
import { compactHeaderOf, compile, lintPolicy, p3pOf } from '../src/compile/index.ts'
import { declare } from '../src/declare/index.ts'
import { ie6 } from '../src/judge/index.ts'
import { sayIssue } from '../src/messages/index.ts'
import type { Policy } from '../src/model/index.ts'
import { schemaFaults } from './support/p3p-content-models.ts'

function example(name: string) {
  const text = readFileSync(join(import.meta.dirname, '../examples', name, 'candor.yaml'), 'utf8')
  const declared = declare(text)
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
  const { declaration, locate } = declared.value
  const compiled = compile(declaration, locate)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const found = lintPolicy(compiled.value, locate)
  return { text, issues: declared.issues, policy: compiled.value, header: compactHeaderOf(compiled.value), found }
}

const original = example('quality-unit')
const mended = example('quality-unit-mended')

const list = (found: typeof original.found) =>
  found.map(({ code, severity, path }) => `${severity} ${code} ${path.join('/')}`)

/** The paths at which two values differ. */
function differences(a: unknown, b: unknown, path = ''): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return []
  const tables = [a, b].every(value => typeof value === 'object' && value !== null)
  if (!tables || (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)) return [path]
  const [left, right] = [Object(a), Object(b)]
  return Object.keys({ ...left, ...right }).flatMap(key => differences(left[key], right[key], `${path}/${key}`))
}

const withScope = (policy: Policy, scope: Policy['p3p']['scope']): Policy => ({
  ...policy,
  p3p: { ...policy.p3p, scope },
})

describe.each([
  ['quality-unit', original],
  ['quality-unit-mended', mended],
])('%s', (_, { issues, policy, found }) => {
  test('is declared without a slip, in Bulgarian and English', () => {
    expect(issues).toEqual([])
    expect(policy.site.languages).toEqual(['bg', 'en'])
  })

  test.each(['bg', 'en'])('is a valid P3P 1.0 policy (%s)', language => {
    expect(schemaFaults(encodeP3pXml([p3pOf(policy, language, { policyName: 'policy' })]))).toEqual([])
  })

  test('every finding has a line and a sentence in both languages', () => {
    for (const issue of found) {
      expect(issue.at?.line, issue.code).toBeGreaterThan(1)
      expect(sayIssue(issue, 'en')).not.toBe(sayIssue(issue, 'bg'))
    }
  })
})

describe('quality-unit', () => {
  test('compiles to the line that the page prints, byte for byte', () => {
    expect(original.header).toBe(
      'policyref="/w3c/p3p.xml", CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"',
    )
  })

  test('has four groups, as the page says, and the cookies of old', () => {
    expect(original.policy.practices.map(({ id }) => id)).toEqual([
      'access-log',
      'cookies',
      'transaction',
      'transaction-optional',
    ])
    expect(original.policy.storage.map(({ area }) => area)).toEqual(['flash'])
    expect(original.policy.p3p).toEqual({ header: 'always', scope: 'site', style: 'ibm', test: false })
  })

  test('what is wrong with it is found', () => {
    expect(list(original.found)).toEqual([
      // No legal token: browsers lose the purpose.
      'error token-suffix-on-current p3p/style',
      // "No identified data" beside addresses, offers, purchases and parcels.
      'error noi-beside-identifying access',
      'error noi-beside-personal-use access',
      'warning noi-beside-identifiers access',
      'warning noi-beside-delivery access',
      // "Anonymous" logs with IP addresses.
      'warning anonymous-doubtful practices/access-log/identifiable',
      // A unique identifier that the prose has no use for.
      'warning category-unneeded practices/cookies/data',
      // Offers that nobody can refuse.
      'error marketing-without-choice practices/transaction/purposes/contact',
      // "Used only by us", "only by law or with permission": and delivery firms.
      'error claim-contradicted practices/transaction/recipients/delivery',
      'error claim-contradicted practices/transaction/recipients/delivery',
      // Sharing by law or permission is in the prose and not in the policy.
      'note disclosure-undeclared disclosure',
      // Retention by a timetable that nobody can read, and without end.
      'error retention-unpublished practices/transaction/retention',
      'error retention-unpublished practices/transaction-optional/retention',
      'warning retention-endless practices/cookies/retention',
      'warning retention-mixed practices/access-log/retention',
      // Two places that say what cookies are for.
      'error cookie-uses-differ cookies/0/uses',
      'error cookie-uses-differ cookies/1/uses',
      // Tracking over visits, declared as tailoring of one.
      'warning tracking-as-tailoring cookies/0',
      'warning tracking-as-tailoring storage/0',
      // A compact policy about groups without cookies.
      'warning compact-scope-wide p3p/scope',
      // Nobody to write to, nowhere to complain.
      'warning contact-url-only site/controller',
      'warning disputes-missing ',
    ])
  })
})

describe('quality-unit-mended', () => {
  test('is the same company but for the fewest changes', () => {
    expect(differences(original.policy, mended.policy)).toEqual([
      '/site/choicesPage',
      '/effective',
      '/disclosure/bg',
      '/disclosure/en',
      '/claims',
      '/access/rule',
      '/practices/1/purposes',
      '/practices/2/purposes/2/choice',
      '/practices/2/retention/period',
      '/practices/3/retention/period',
      '/p3p/style',
      '/hash',
    ])
  })

  test('no error is left; the warnings are what would be next', () => {
    expect(list(mended.found)).toEqual([
      'warning anonymous-doubtful practices/access-log/identifiable',
      'note disclosure-undeclared disclosure',
      'warning retention-endless practices/cookies/retention',
      'warning retention-mixed practices/access-log/retention',
      'warning compact-scope-wide p3p/scope',
      'warning contact-url-only site/controller',
      'warning disputes-missing ',
    ])
  })

  test('every level but High accepts its own cookies', () => {
    const { levels } = ie6.report(mended.header)
    const accepts = Object.entries(levels).filter(([, parties]) =>
      Object.values(parties['first-party']).every(({ action }) => action === 'accept'),
    )
    expect(accepts.map(([level]) => level)).toEqual(['accept-all', 'low', 'medium', 'medium-high'])
  })

  test.each(['medium', 'medium-high', 'high'])('the original was not accepted at %s', level => {
    expect(ie6.report(original.header).levels[level]?.['first-party'].persistent.action).not.toBe('accept')
  })

  test('a compact policy of the cookies alone is accepted at High too', () => {
    const header = compactHeaderOf(withScope(mended.policy, 'response'))
    expect(header).toContain('CP="CAO CUR DEV PSD OUR IND UNI STA"')
    expect(ie6.report(header).levels['high']?.['first-party'].persistent.action).toBe('accept')
  })
})

test('each README prints the compact policy that its example compiles to', () => {
  for (const [name, { header }] of Object.entries({ 'quality-unit': original, 'quality-unit-mended': mended })) {
    const readme = readFileSync(join(import.meta.dirname, '../examples', name, 'README.md'), 'utf8')
    expect(readme).toContain(`    ${/CP="(.*)"/.exec(header)?.[1]}\n`)
  }
})
