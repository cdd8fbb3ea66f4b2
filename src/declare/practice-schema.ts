import * as v from 'valibot'
import {
  CATEGORIES,
  CHOICES,
  dataElements,
  LEGAL_BASES,
  PURPOSES,
  RECIPIENTS,
  RETENTIONS,
} from '../vocabulary/index.ts'
import { flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import {
  duration,
  hostPattern,
  idsOf,
  localText,
  may,
  must,
  oneOf,
  oneOrMore,
  quote,
  unknownTerm,
} from './schema-parts.ts'
import { either, table } from './shapes.ts'
import type { Surroundings } from './surroundings.ts'

export const purpose = oneOf(idsOf(PURPOSES))

/** Data that the base schema has no name for. */
export const OWN_DATA = 'dynamic.miscdata'

/** P3P's own files write `#user.name`; so may people. */
export const elementName = (ref: string): string => ref.replace(/^#/, '')

const isVariable = (ref: string = OWN_DATA): boolean => dataElements().get(elementName(ref))?.variable === true

const dataRef = v.pipe(
  v.string(),
  v.check(
    ref => dataElements().has(elementName(ref)),
    ({ input }) =>
      flaw('data-unknown', { data: quote(input), nearest: nearest(input, [...dataElements().keys()]) ?? 'none' }),
  ),
)

/** P3P 1.0, 5.4.4: where the schema leaves the categories open they are given, elsewhere the schema's hold. */
const datum = (around: Surroundings) =>
  either(
    v.pipe(
      dataRef,
      v.check(
        ref => !isVariable(ref),
        ({ input }) => flaw('categories-missing', { data: input }),
      ),
    ),
    v.pipe(
      table({
        ref: may('An element of the P3P base data schema. Leave it out for data of your own.', dataRef),
        name: may('What people call these data.', localText(around)),
        categories: may(
          'Of which kinds the data are: for data of your own, and for cookies.',
          oneOrMore(oneOf(idsOf(CATEGORIES))),
        ),
        optional: may('Whether a visitor may leave these data out.', v.boolean()),
      }),
      v.check(
        ({ ref, categories }) => !isVariable(ref) || (categories !== undefined && categories.length > 0),
        ({ input }) => flaw('categories-missing', { data: input.ref ?? OWN_DATA }),
      ),
      v.check(
        ({ ref, categories }) => isVariable(ref) || categories === undefined,
        ({ input }) => flaw('categories-unneeded', { data: input.ref ?? OWN_DATA }),
      ),
    ),
  )

/** P3P 1.0, 3.2.2 `opturi`: whoever may choose is told where. */
const choice = ({ choicesPage }: Surroundings) =>
  v.pipe(
    oneOf(CHOICES),
    v.check(
      given => given === 'always' || choicesPage,
      ({ input }) => flaw('choices-page-missing', { choice: input }),
    ),
  )

/** P3P 1.0, 3.3.4 and 3.3.5: `current` and `ours` take no `required`. */
const noChoice = v.pipe(
  oneOf(CHOICES),
  v.check(
    given => given === 'always',
    () => flaw('choice-not-possible', {}),
  ),
)

type Terms = readonly { readonly id: string; readonly choice: boolean }[]
type Uses<T extends Terms, U extends v.GenericSchema> = {
  readonly [K in T[number]['id']]: v.ExactOptionalSchema<U, undefined>
}

const uses = <const T extends Terms, U extends v.GenericSchema>(terms: T, use: (takesChoice: boolean) => U) =>
  table(Object.fromEntries(terms.map(term => [term.id, v.exactOptional(use(term.choice))])) as Uses<T, U>, {
    unknown: unknownTerm,
  })

const CHOICE = 'always; or only after the visitor said yes (opt-in); or until the visitor says no (opt-out).'

const purposes = (around: Surroundings) =>
  either(
    purpose,
    v.array(purpose),
    uses(PURPOSES, takesChoice => {
      const when = takesChoice ? choice(around) : noChoice
      return either(
        when,
        table({ choice: may(CHOICE, when), text: may('The purpose in your own words.', localText(around)) }),
      )
    }),
  )

const recipients = (around: Surroundings) => {
  const recipient = oneOf(idsOf(RECIPIENTS))
  return either(
    recipient,
    v.array(recipient),
    uses(RECIPIENTS, takesChoice => {
      const when = takesChoice ? choice(around) : noChoice
      return either(
        when,
        table({
          choice: may(CHOICE, when),
          text: may('Who they are, in your own words.', localText(around)),
          hosts: may('The hosts the data go to, such as dhl.example or *.dhl.example.', oneOrMore(hostPattern)),
        }),
      )
    }),
  )
}

const retention = (around: Surroundings) => {
  const rule = oneOf(idsOf(RETENTIONS))
  return either(
    rule,
    table({
      rule: must('How long the data are kept, in a word.', rule),
      period: may('How long, in figures: 30 days, 2 years.', duration),
      timetable: may('When the data are destroyed, in your own words.', localText(around)),
    }),
  )
}

const LACKING: Readonly<Record<string, string>> = {
  data: flaw('practice-without-data', {}),
  purposes: flaw('practice-without-purpose', {}),
  recipients: flaw('practice-without-recipient', {}),
  retention: flaw('practice-without-retention', {}),
}

export const practice = (around: Surroundings) =>
  table(
    {
      name: may('What people call this practice.', localText(around)),
      reason: may('Why the data are collected.', localText(around)),
      data: must('Which data.', oneOrMoreData(around)),
      purposes: must('What the data are for.', purposes(around)),
      recipients: must('Who gets the data.', recipients(around)),
      retention: must('How long the data are kept.', retention(around)),
      identifiable: may('false if the data are, or are made, anonymous.', v.boolean()),
      mandatory: may('Whether a visitor must give the data to get what they came for.', v.boolean()),
      basis: may('The legal basis (GDPR, Article 6).', oneOf(idsOf(LEGAL_BASES))),
    },
    { lacking: key => LACKING[key] ?? flaw('key-missing', { key }) },
  )

const oneOrMoreData = (around: Surroundings) => v.array(datum(around))
