import fc from 'fast-check'
import type { DeclarationInput } from '../../src/declare/index.ts'
import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  CLAIMS,
  LEGAL_BASES,
  PURPOSES,
  RECIPIENTS,
  RETENTIONS,
} from '../../src/vocabulary/index.ts'
import { SOUND } from './policy-of.ts'

type PracticeInput = DeclarationInput['practices'][string]

const idOf = <Id extends string>(table: readonly { readonly id: Id }[]) => fc.constantFrom(...table.map(({ id }) => id))

const text = fc.constantFrom('Text', 'Текст <&"', 'x'.repeat(300)).map(words => ({ en: words, bg: words }))
const lifetime = fc.constantFrom('session', '1 day', '13 months', '2 years')

/** Some of a vocabulary's words, each with a choice it can take. */
const uses = <Id extends string>(table: readonly { readonly id: Id; readonly choice: boolean }[]) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...table), fc.constantFrom(...CHOICES)), {
      minLength: 1,
      maxLength: 5,
      selector: ([{ id }]) => id,
    })
    .map(chosen => Object.fromEntries(chosen.map(([{ id, choice }, given]) => [id, choice ? given : 'always'])))

const categories = fc.uniqueArray(idOf(CATEGORIES), { minLength: 1, maxLength: 4 })

const datum = fc.oneof(
  fc.constantFrom('dynamic.clickstream', 'dynamic.http', 'user.home-info.postal', 'user.name.given', 'user.bdate'),
  fc.record({ ref: fc.constant('dynamic.cookies'), categories, optional: fc.boolean() }),
  fc.record({ name: text, categories, optional: fc.boolean() }),
)

const practice = fc.record(
  {
    name: text,
    reason: text,
    data: fc.array(datum, { minLength: 1, maxLength: 4 }),
    purposes: uses(PURPOSES),
    recipients: uses(RECIPIENTS),
    retention: fc.oneof(
      idOf(RETENTIONS),
      fc.record({ rule: idOf(RETENTIONS), period: fc.constantFrom('1 day', '5 years') }),
    ),
    identifiable: fc.boolean(),
    mandatory: fc.boolean(),
    basis: idOf(LEGAL_BASES),
  },
  { requiredKeys: ['data', 'purposes', 'recipients', 'retention'] },
)

const cookie = fc.record({
  name: fc.constantFrom('a', 'b*', '*'),
  host: fc.constantFrom('shop.example', '.shop.example', 'ads.example'),
  lifetime,
  practice: fc.constantFrom('p0', 'p1'),
  uses: fc.uniqueArray(idOf(PURPOSES), { minLength: 1, maxLength: 3 }),
})

const p3p = fc.record({
  header: fc.constantFrom('with-cookies', 'always', 'never'),
  scope: fc.constantFrom('response', 'site'),
  style: fc.constantFrom('canonical', 'ibm'),
  test: fc.boolean(),
})

/** Declarations that are sound to compile, whatever they say. */
export const arbitraryDeclaration: fc.Arbitrary<DeclarationInput> = fc
  .record({
    access: idOf(ACCESS),
    claims: fc.uniqueArray(idOf(CLAIMS), { minLength: 1 }),
    disclosure: text,
    practices: fc.tuple(practice, practice),
    cookies: fc.uniqueArray(cookie, { maxLength: 4, selector: ({ name, host }) => `${name} ${host}` }),
    p3p,
  })
  .map(({ practices: [p0, p1], ...rest }) => ({
    ...SOUND,
    ...rest,
    practices: { p0: p0 as PracticeInput, p1: p1 as PracticeInput },
  }))
