import fc from 'fast-check'
import type {
  P3pData,
  P3pDataDefinition,
  P3pDispute,
  P3pExpiry,
  P3pExtension,
  P3pPolicies,
  P3pPolicy,
  P3pPolicyRef,
  P3pReferenceFile,
  P3pStatement,
  P3pUse,
  XmlElement,
} from '../../src/model/index.ts'
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
  type Term,
} from '../../src/vocabulary/index.ts'

/** Models of P3P documents as reading gives them: texts trimmed, lists of extensions by place, nothing twice. */

const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const raw = fc.string({ unit: 'binary', maxLength: 12 }).map(text => text.replace(NOT_XML, ''))
const text = fc
  .oneof(raw, fc.constantFrom('a & b', '<x>', 'ред\nред', '"\'', ']]>', '#user.name', 'https://a.example/?b=c&d'))
  .map(made => made.trim())
  .filter(made => made !== '')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 })

type IdOf<T extends Term> = T['id']
const idsOf = <T extends Term>(terms: readonly T[]) => terms.map(term => term.id as IdOf<T>)
const someOf = <T>(values: readonly T[]) => fc.subarray([...values])

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,6}$/).filter(made => !/^xml/i.test(made))
const attributes = fc
  .array(
    fc.tuple(
      fc.oneof(
        name,
        name.map(local => `{urn:other}${local}`),
        fc.constant('xml:lang'),
      ),
      raw,
    ),
    { maxLength: 3 },
  )
  .map(entries => Object.fromEntries(entries))

/** Neighbouring texts are one, and white space counts only beside other text. */
function settle(children: readonly (XmlElement | string)[]): readonly (XmlElement | string)[] {
  const joined: (XmlElement | string)[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child
    else joined.push(child)
  }
  const hasText = joined.some(child => typeof child === 'string' && child.trim() !== '')
  return joined.filter(child => typeof child !== 'string' || (hasText && child !== ''))
}

const { element: xmlElement } = fc.letrec<{ element: XmlElement }>(tie => ({
  element: fc.record({
    name,
    namespace: fc.constantFrom('', 'urn:some', 'http://www.w3.org/2002/01/P3Pv1'),
    attributes,
    children: fc
      .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, raw, tie('element')), { maxLength: 3 })
      .map(settle),
  }),
}))

const extension = (within?: string): fc.Arbitrary<P3pExtension> =>
  fc
    .record({ mandatory: fc.boolean(), content: fc.array(fc.oneof(raw, xmlElement), { maxLength: 2 }).map(settle) })
    .map(made => (within === undefined ? made : { ...made, within }))

const extensions = (...within: readonly string[]): fc.Arbitrary<readonly P3pExtension[]> =>
  fc
    .tuple(...[undefined, ...within].map(place => fc.array(extension(place), { maxLength: 1 })))
    .map(lists => lists.flat())

const categorised = someOf(idsOf(CATEGORIES)).chain(categories =>
  fc.record({
    categories: fc.constant(categories),
    otherCategory: categories.includes('other-category') ? maybe(text) : fc.constant(null),
  }),
)

const datum: fc.Arbitrary<P3pData> = fc
  .record({
    ref: fc.oneof(
      fc.constantFrom(...dataElements().keys()).map(known => `#${known}`),
      text,
    ),
    base: fc.constantFrom(null, null, '', 'http://other.example/schema'),
    optional: fc.boolean(),
    value: maybe(text),
    categorised,
  })
  .map(({ categorised: more, ...rest }) => ({ ...rest, ...more }))

const use = <T extends Term>(terms: readonly T[], described: (id: string) => fc.Arbitrary<readonly string[]>) =>
  fc.constantFrom(...terms).chain(
    (term): fc.Arbitrary<P3pUse<IdOf<T>>> =>
      fc.record({
        id: fc.constant<IdOf<T>>(term.id),
        required: term.choice ? maybe(fc.constantFrom(...CHOICES)) : fc.constant(null),
        descriptions: described(term.id),
        extensions: extensions(),
      }),
  )

const statement: fc.Arbitrary<P3pStatement> = fc.record({
  consequence: maybe(text),
  nonIdentifiable: fc.boolean(),
  purposes: few(use(PURPOSES, id => (id === 'other-purpose' ? fc.array(text, { maxLength: 1 }) : fc.constant([])))),
  recipients: few(use(RECIPIENTS, () => few(text))),
  retentions: someOf(idsOf(RETENTIONS)),
  data: few(datum),
  extensions: extensions('PURPOSE', 'RECIPIENT', 'RETENTION', 'DATA-GROUP'),
})

const dispute: fc.Arbitrary<P3pDispute> = fc.record({
  type: maybe(fc.constantFrom(...DISPUTE_TYPES)),
  service: text,
  verification: maybe(text),
  shortDescription: maybe(text),
  longDescription: maybe(text),
  image: maybe(fc.record({ src: text, alt: text, width: maybe(text), height: maybe(text) })),
  remedies: someOf(idsOf(REMEDIES)),
  extensions: extensions('REMEDIES'),
})

const arbitraryPolicy: fc.Arbitrary<P3pPolicy> = fc.record({
  name,
  discuri: text,
  opturi: maybe(text),
  lang: maybe(fc.constantFrom('en', 'bg')),
  test: fc.boolean(),
  entity: few(datum),
  access: maybe(fc.constantFrom(...idsOf(ACCESS))),
  disputes: few(dispute),
  statements: few(statement),
  extensions: extensions('ENTITY', 'ACCESS', 'DISPUTES-GROUP', 'DATA-GROUP'),
})

const expiry: fc.Arbitrary<P3pExpiry> = fc.record({ maxAge: maybe(raw), date: maybe(raw) })

const definition: fc.Arbitrary<P3pDataDefinition> = fc
  .record({
    kind: fc.constantFrom('element', 'structure'),
    name,
    structref: maybe(fc.constantFrom('#a', '#b', 'http://www.w3.org/TR/P3P/base#postal')),
    shortDescription: maybe(text),
    longDescription: maybe(text),
    categorised,
  })
  .map(({ categorised: more, ...rest }) => ({ ...rest, ...more }))

export const arbitraryPolicies: fc.Arbitrary<P3pPolicies> = fc.record({
  lang: maybe(fc.constant('bg')),
  expiry: maybe(expiry),
  schema: maybe(fc.record({ lang: maybe(fc.constant('en')), definitions: few(definition), extensions: extensions() })),
  policies: fc.array(arbitraryPolicy, { maxLength: 2 }),
})

const cookiePattern = fc.record({ name: maybe(raw), value: maybe(raw), domain: maybe(raw), path: maybe(raw) })

const policyRef: fc.Arbitrary<P3pPolicyRef> = fc.record({
  about: text,
  includes: few(text),
  excludes: few(text),
  cookieIncludes: few(cookiePattern),
  cookieExcludes: few(cookiePattern),
  methods: few(text),
  extensions: extensions(),
})

export const arbitraryReferenceFile: fc.Arbitrary<P3pReferenceFile> = fc.record({
  lang: maybe(fc.constant('en')),
  expiry: maybe(expiry),
  refs: few(policyRef),
  hints: few(fc.record({ scope: text, path: text })),
  policies: maybe(arbitraryPolicies),
  extensions: extensions('POLICY-REFERENCES'),
})
