import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  DISPUTE_TYPES,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from '../../vocabulary/index.ts'

/** A place among an element's children, for one of some names, with how many may stand there. */
export interface Particle {
  readonly names: readonly string[]
  readonly needed: boolean
  readonly repeated: boolean
  /** What is missing where nothing of the names is there. */
  readonly missing: string
}

export interface ContentModel {
  /** In the order of the schema. */
  readonly children: readonly Particle[]
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** The values that an attribute may have, where they are counted. */
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly text: boolean
  /** Where EXTENSION may stand among the children. */
  readonly extensions: 'nowhere' | 'around' | 'after' | 'anywhere'
}

const particle = (needed: boolean, repeated: boolean) => (names: string | readonly Term[], missing?: string) => {
  const list = typeof names === 'string' ? names.split(' ') : names.map(term => term.id)
  return { names: list, needed, repeated, missing: missing ?? list[0] ?? '' } satisfies Particle
}

const one = particle(true, false)
const maybe = particle(false, false)
const some = particle(true, true)
const any = particle(false, true)

const model = (more: Partial<ContentModel> = {}): ContentModel => ({
  children: [],
  required: [],
  optional: [],
  values: {},
  text: false,
  extensions: 'nowhere',
  ...more,
})

const TEXT = model({ text: true })
const EMPTY = model()
const CHOSEN = { optional: ['required'], values: { required: CHOICES } } as const
/** Drafts had the pattern as text, which its reader tells of. */
const COOKIE = model({ optional: ['name', 'value', 'domain', 'path'], text: true })
const DEFINITION = model({
  children: [maybe('CATEGORIES'), maybe('LONG-DESCRIPTION')],
  required: ['name'],
  optional: ['structref', 'short-description'],
})

const ofTerms = <T extends Term>(terms: readonly T[], make: (term: T) => ContentModel) =>
  terms.map(term => [term.id, make(term)] as const)

/**
 * P3P 1.0, appendix 4 (the XML Schema): every element, with what it holds. Where the schema leaves a condition to prose
 * (STATEMENT with or without NON-IDENTIFIABLE, what ENTITY must name), the readers of those elements check it.
 * A recipient may hold EXTENSION for the sake of P3P 1.1.
 */
export const CONTENT_MODELS: ReadonlyMap<string, ContentModel> = new Map([
  ['META', model({ children: [one('POLICY-REFERENCES'), maybe('POLICIES')], extensions: 'around' })],
  ['POLICY-REFERENCES', model({ children: [maybe('EXPIRY'), any('POLICY-REF'), any('HINT')], extensions: 'after' })],
  [
    'POLICY-REF',
    model({
      children: ['INCLUDE', 'EXCLUDE', 'COOKIE-INCLUDE', 'COOKIE-EXCLUDE', 'METHOD'].map(name => any(name)),
      required: ['about'],
      extensions: 'after',
    }),
  ],
  ['INCLUDE', TEXT],
  ['EXCLUDE', TEXT],
  ['METHOD', TEXT],
  ['COOKIE-INCLUDE', COOKIE],
  ['COOKIE-EXCLUDE', COOKIE],
  ['HINT', model({ required: ['scope', 'path'] })],
  ['EXPIRY', model({ optional: ['max-age', 'date'] })],
  ['POLICIES', model({ children: [maybe('EXPIRY'), maybe('DATASCHEMA'), any('POLICY')] })],
  [
    'POLICY',
    model({
      children: [maybe('TEST'), one('ENTITY'), one('ACCESS'), maybe('DISPUTES-GROUP'), some('STATEMENT')],
      required: ['name', 'discuri'],
      optional: ['opturi'],
      extensions: 'around',
    }),
  ],
  ['TEST', EMPTY],
  ['ENTITY', model({ children: [one('DATA-GROUP')], extensions: 'around' })],
  ['ACCESS', model({ children: [one(ACCESS, 'access')], extensions: 'around' })],
  ['DISPUTES-GROUP', model({ children: [some('DISPUTES')], extensions: 'around' })],
  [
    'DISPUTES',
    model({
      children: [maybe('LONG-DESCRIPTION'), maybe('IMG'), maybe('REMEDIES')],
      required: ['resolution-type', 'service'],
      optional: ['verification', 'short-description'],
      values: { 'resolution-type': DISPUTE_TYPES },
      extensions: 'around',
    }),
  ],
  ['LONG-DESCRIPTION', TEXT],
  ['IMG', model({ required: ['src', 'alt'], optional: ['width', 'height'] })],
  ['REMEDIES', model({ children: [some(REMEDIES, 'remedy')], extensions: 'around' })],
  [
    'STATEMENT',
    model({
      children: [
        ...['CONSEQUENCE', 'NON-IDENTIFIABLE', 'PURPOSE', 'RECIPIENT', 'RETENTION'].map(name => maybe(name)),
        any('DATA-GROUP'),
      ],
      extensions: 'around',
    }),
  ],
  ['CONSEQUENCE', TEXT],
  ['NON-IDENTIFIABLE', EMPTY],
  ['PURPOSE', model({ children: [some(PURPOSES, 'purpose')], extensions: 'around' })],
  ['RECIPIENT', model({ children: [some(RECIPIENTS, 'recipient')], extensions: 'around' })],
  ['RETENTION', model({ children: [one(RETENTIONS, 'retention')], extensions: 'around' })],
  ['DATA-GROUP', model({ children: [some('DATA')], optional: ['base'], extensions: 'around' })],
  [
    'DATA',
    model({
      children: [any('CATEGORIES')],
      required: ['ref'],
      optional: ['optional'],
      values: { optional: ['yes', 'no'] },
      text: true,
    }),
  ],
  ['CATEGORIES', model({ children: [some(CATEGORIES, 'category')] })],
  ['DATASCHEMA', model({ children: [any('DATA-DEF DATA-STRUCT')], extensions: 'anywhere' })],
  ['DATA-DEF', DEFINITION],
  ['DATA-STRUCT', DEFINITION],
  ['recipient-description', TEXT],
  ...ofTerms(ACCESS, () => EMPTY),
  ...ofTerms(REMEDIES, () => EMPTY),
  ...ofTerms(RETENTIONS, () => EMPTY),
  ...ofTerms(CATEGORIES, ({ id }) => (id === 'other-category' ? TEXT : EMPTY)),
  ...ofTerms(PURPOSES, ({ id, choice }) => model({ ...(choice ? CHOSEN : {}), text: id === 'other-purpose' })),
  ...ofTerms(RECIPIENTS, ({ choice }) =>
    model({ ...(choice ? CHOSEN : {}), children: [any('recipient-description')], extensions: 'around' }),
  ),
])

/** A term that takes no choice, and must not seem to. */
export const isChoiceless = (element: string): boolean =>
  [...PURPOSES, ...RECIPIENTS].some(term => term.id === element && !term.choice)
