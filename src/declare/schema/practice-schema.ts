import * as v from 'valibot'
import {
  CATEGORIES,
  CHOICES,
  dataElements,
  LEGAL_BASES,
  PURPOSES,
  RECIPIENTS,
  RETENTIONS,
} from '../../vocabulary/index.ts'
import { check, glance, holds } from '../shape/check.ts'
import { either } from '../shape/either.ts'
import { flaw, quote, simpleFlaw } from '../shape/flaw.ts'
import { nearest } from '../shape/nearest.ts'
import { text, truth } from '../shape/scalars.ts'
import { lackingBy, may, must, named, table } from './keys.ts'
import { localText } from './local-text.ts'
import type { Surroundings } from './surroundings.ts'
import { listOf, oneOf, oneOrMore, termOf, unknownTerm, wordsTwice } from './terms.ts'
import { duration, textThat } from './texts.ts'
import { elementName, OWN_DATA, parseDuration, parseHostPattern } from './values.ts'

export const purpose = termOf('purpose', PURPOSES)
const recipient = termOf('recipient', RECIPIENTS)
const category = termOf('category', CATEGORIES)
const anyChoice = named('choice', oneOf(CHOICES))

const isVariable = (ref: string = OWN_DATA): boolean => dataElements().get(elementName(ref))?.variable === true

/** The schema for editors lists the elements. */
const dataRef = v.pipe(
  text(),
  holds(
    ref => dataElements().has(elementName(ref)),
    ref =>
      flaw('data-unknown', () => ({ data: quote(ref), nearest: nearest(ref, [...dataElements().keys()]) ?? 'none' })),
  ),
  v.metadata({ definition: 'data-element' }),
)

const recipientHost = textThat(text => parseHostPattern(text, '*.') !== undefined, 'host-bad')

/** Data of the site's own have no element to be called by. */
const categoriesMissing = (data = 'own') => flaw('categories-missing', () => ({ data }))

/** P3P 1.0, 5.4.4: where the schema leaves the categories open they are given, elsewhere the schema's hold. */
const datum = (around: Surroundings) =>
  either(
    v.pipe(
      dataRef,
      holds(
        ref => !isVariable(ref),
        ref => categoriesMissing(ref),
      ),
    ),
    v.pipe(
      table({
        ref: may('An element of the P3P base data schema. Leave it out for data of your own.', dataRef),
        name: may('What people call these data.', localText(around)),
        categories: may(
          'Of which kinds the data are. Needed for cookies and for data of your own.',
          oneOrMore(category),
        ),
        optional: may('Whether a visitor may leave these data out.', truth()),
      }),
      check(given => {
        if (!isVariable(given.ref) || given.categories !== undefined) return []
        return [{ flaw: categoriesMissing(given.ref), path: Object.hasOwn(given, 'categories') ? ['categories'] : [] }]
      }),
      holds(
        ({ ref, categories }) => isVariable(ref) || categories === undefined,
        ({ ref }) => flaw('categories-unneeded', () => ({ data: ref ?? OWN_DATA })),
      ),
    ),
  )

/** P3P 1.0, 3.2.2 `opturi`: whoever may choose is told where. */
const choice = ({ choicesPage }: Surroundings) =>
  v.pipe(
    anyChoice,
    holds(
      given => given === 'always' || choicesPage,
      given => flaw('choices-page-missing', () => ({ choice: given })),
    ),
  )

/** P3P 1.0, 3.3.4 and 3.3.5: `current` and `ours` take no `required`. */
const noChoice = v.pipe(
  oneOf(CHOICES),
  holds(
    given => given === 'always',
    () => simpleFlaw('choice-not-possible'),
  ),
  v.metadata({ enum: ['always'] }),
)

type Terms = readonly { readonly id: string; readonly choice: boolean }[]
type Uses<T extends Terms, U extends v.GenericSchema> = {
  readonly [K in T[number]['id']]: v.ExactOptionalSchema<U, undefined>
}

/** A table of words of the vocabulary, with what is said of each. */
const uses = <const T extends Terms, U extends v.GenericSchema>(terms: T, use: (takesChoice: boolean) => U) =>
  table(Object.fromEntries(terms.map(term => [term.id, v.exactOptional(use(term.choice))])) as Uses<T, U>, {
    unknown: unknownTerm,
  })

const notEmpty = (otherwise: ReturnType<typeof simpleFlaw>) =>
  holds<object>(
    given => Object.keys(given).length > 0,
    () => otherwise,
  )

const CHOICE = 'always; or opt-in: once the visitor said yes; or opt-out: until the visitor says no.'

const WITHOUT = {
  data: simpleFlaw('practice-without-data'),
  purposes: simpleFlaw('practice-without-purpose'),
  recipients: simpleFlaw('practice-without-recipient'),
  retention: simpleFlaw('practice-without-retention'),
}

const purposes = (around: Surroundings) =>
  either(
    purpose,
    listOf(purpose, WITHOUT.purposes),
    v.pipe(
      uses(PURPOSES, takesChoice => {
        const when = takesChoice ? choice(around) : noChoice
        const own = { choice: may(CHOICE, when), text: may('The purpose in your own words.', localText(around)) }
        return named(takesChoice ? 'purpose-use' : 'purpose-use-always', either(when, table(own)))
      }),
      notEmpty(WITHOUT.purposes),
      v.metadata({ definition: 'purposes', minProperties: 1 }),
    ),
  )

const recipients = (around: Surroundings) =>
  either(
    recipient,
    listOf(recipient, WITHOUT.recipients),
    v.pipe(
      uses(RECIPIENTS, takesChoice => {
        const when = takesChoice ? choice(around) : noChoice
        const own = {
          choice: may(CHOICE, when),
          text: may('Who they are, in your own words.', localText(around)),
          hosts: may('The hosts that the data go to: dhl.example, *.dhl.example.', oneOrMore(recipientHost)),
        }
        return named(takesChoice ? 'recipient-use' : 'recipient-use-always', either(when, table(own)))
      }),
      notEmpty(WITHOUT.recipients),
      v.metadata({ definition: 'recipients', minProperties: 1 }),
    ),
  )

/** `retention: 30 days` says how long, and not by which rule. */
const unknownRule = (word: string, rules: readonly string[]) =>
  parseDuration(word) === undefined
    ? unknownTerm(word, rules)
    : flaw('retention-rule-missing', () => ({ period: quote(word) }))

const retentionRule = termOf('retention', RETENTIONS, unknownRule)

const retention = (around: Surroundings) =>
  either(
    retentionRule,
    table({
      rule: must('How long the data are kept, in a word.', retentionRule),
      period: may('How long, in figures: 30 days, 2 years.', duration),
      timetable: may('When the data are destroyed, in your own words.', localText(around)),
    }),
  )

/** One group of data with what is done to it. */
export const practice = (around: Surroundings) =>
  table(
    {
      name: may('What people call this practice.', localText(around)),
      reason: may('Why the data are collected.', localText(around)),
      data: must(
        'Which data: elements of the P3P base data schema, or your own by name.',
        v.pipe(
          v.array(datum(around)),
          holds(
            list => list.length > 0,
            () => WITHOUT.data,
          ),
          glance(list => wordsTwice(list)),
          v.metadata({ minItems: 1 }),
        ),
      ),
      purposes: must('What the data are for.', purposes(around)),
      recipients: must('Who gets the data.', recipients(around)),
      retention: must('How long the data are kept.', retention(around)),
      identifiable: may('false if the data are, or are made, anonymous.', truth()),
      mandatory: may('Whether a visitor must give the data to get what they came for.', truth()),
      basis: may('The legal basis (GDPR, Article 6).', termOf('basis', LEGAL_BASES)),
    },
    { lacking: lackingBy(WITHOUT) },
  )
