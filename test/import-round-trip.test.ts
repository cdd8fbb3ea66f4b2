import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, p3pOf } from '../src/compile/index.ts'
import { declarationFromP3p, selectPolicy, writeDraft } from '../src/declare/from-p3p/index.ts'
import { declare } from '../src/declare/index.ts'
import type { P3pData, P3pPolicy, P3pStatement, P3pUse } from '../src/model/index.ts'
import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  DISPUTE_TYPES,
  dataElements,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  referredCategories,
  type Term,
} from '../src/vocabulary/index.ts'

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map(made =>
    made
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^\?+\s*/, ''),
  )
  .filter(made => made !== '' && !/[\u0000-\u001f\u007f-\u009f]/.test(made))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const ids = <T extends Term>(terms: readonly T[]) => terms.map(term => term.id as T['id'])

/** Each term once: a statement with the same use in two ways has no counterpart in a declaration. */
const uses = <T extends Term>(terms: readonly T[], described: (id: string) => boolean) =>
  fc.subarray([...terms], { minLength: 1 }).chain(some =>
    fc.tuple(
      ...some.map(
        (term): fc.Arbitrary<P3pUse<T['id']>> =>
          fc.record({
            id: fc.constant<T['id']>(term.id),
            required: term.choice ? maybe(fc.constantFrom(...CHOICES)) : fc.constant(null),
            descriptions: described(term.id) ? fc.array(text, { maxLength: 2 }) : fc.constant([]),
            extensions: fc.constant([]),
          }),
      ),
    ),
  )

const datum: fc.Arbitrary<P3pData> = fc
  .record({
    element: fc.constantFrom(...[...dataElements().values()].filter(element => !element.mixed)),
    optional: fc.boolean(),
    categories: fc.subarray(ids(CATEGORIES), { minLength: 1 }),
    other: text,
  })
  .map(({ element, optional, categories, other }) => ({
    ref: `#${element.name}`,
    base: null,
    optional,
    categories: element.variable ? categories : [],
    otherCategory: element.variable && categories.includes('other-category') ? other : null,
    value: null,
  }))

const statement: fc.Arbitrary<P3pStatement> = fc.record({
  consequence: maybe(text),
  nonIdentifiable: fc.boolean(),
  purposes: uses(PURPOSES, id => id === 'other-purpose'),
  recipients: uses(RECIPIENTS, () => true),
  retentions: fc.constantFrom(...ids(RETENTIONS)).map(id => [id]),
  data: fc.uniqueArray(datum, { minLength: 1, maxLength: 4, selector: made => made.ref }),
  extensions: fc.constant([]),
})

const entityDatum = (name: string, value: string): P3pData => ({
  ref: `#business.${name}`,
  base: null,
  optional: false,
  categories: [],
  otherCategory: null,
  value,
})

const policy: fc.Arbitrary<P3pPolicy> = fc.record({
  name: fc.constant('policy'),
  discuri: fc.constant('https://shop.example/privacy'),
  opturi: fc.constant('https://shop.example/choices'),
  lang: fc.constantFrom('en', 'bg'),
  test: fc.boolean(),
  entity: fc
    .tuple(text, text)
    .map(([name, city]) => [
      entityDatum('name', name),
      entityDatum('contact-info.postal.city', city),
      entityDatum('contact-info.telecom.telephone.intcode', '359'),
      entityDatum('contact-info.telecom.telephone.number', '2 987 65 43'),
      entityDatum('contact-info.online.email', 'a@shop.example'),
    ]),
  access: fc.constantFrom(...ids(ACCESS)),
  disputes: fc.array(
    fc.record({
      type: fc.constantFrom(...DISPUTE_TYPES),
      service: fc.constant('https://law.example/'),
      verification: fc.constant(null),
      shortDescription: maybe(text),
      longDescription: fc.constant(null),
      image: fc.constant(null),
      remedies: fc.subarray(ids(REMEDIES)),
      extensions: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
  statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
  extensions: fc.constant([]),
})

const sorted = (values: readonly string[]) => [...values].sort()

/** What a policy means, apart from how it is put: order, `always` written out, one reference a category, names. */
function meaningOf({ statements, disputes, extensions: _, ...rest }: P3pPolicy) {
  const use = ({ id, required, descriptions }: P3pUse<string>) =>
    `${id} ${required ?? 'always'} ${descriptions.join('; ')}`
  const data = (datum: P3pData) =>
    referredCategories(datum).map(
      id => `${datum.ref} ${id} ${datum.optional} ${id === 'other-category' ? datum.otherCategory : ''}`,
    )
  return {
    ...rest,
    disputes: disputes.map(dispute => ({ ...dispute, remedies: sorted(dispute.remedies) })),
    statements: statements.map(({ purposes, recipients, data: all, extensions: __, ...more }) => ({
      ...more,
      purposes: sorted(purposes.map(use)),
      recipients: sorted(recipients.map(use)),
      data: sorted(all.flatMap(data)),
    })),
  }
}

/** The policy by way of the text of a declaration. */
function thereAndBack(source: P3pPolicy): P3pPolicy {
  const selection = selectPolicy({ lang: null, expiry: null, schema: null, policies: [source] }, null)
  if (selection === undefined) throw new Error('no policy')
  const { variants } = selection
  const draft = declarationFromP3p(
    { variants, schema: null, reference: null, policyUrl: null, siteUrl: null, cookies: [] },
    'en',
  )
  expect(draft.issues).toEqual([])
  const declared = declare(writeDraft(draft, 'policy.xml', 'en'))
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
  const compiled = compile(declared.value.declaration)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return p3pOf(compiled.value, source.lang ?? 'en', { policyName: source.name })
}

test('an imported policy compiles to a policy that says the same', () => {
  fc.assert(
    fc.property(policy, source => {
      expect(meaningOf(thereAndBack(source))).toEqual(meaningOf(source))
    }),
    { numRuns: 120 },
  )
})
