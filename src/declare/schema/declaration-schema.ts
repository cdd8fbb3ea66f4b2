import * as v from 'valibot'
import { COMPACT_SCOPES, COMPACT_STYLES, HEADER_MODES } from '../../model/index.ts'
import { CLAIMS } from '../../vocabulary/index.ts'
import { glance, holds } from '../shape/check.ts'
import { flaw, quote, simpleFlaw } from '../shape/flaw.ts'
import { accept, refuse, wrongKind } from '../shape/read.ts'
import { text, truth } from '../shape/scalars.ts'
import { cookies, storage } from './device-schema.ts'
import { may, must, named, table } from './keys.ts'
import { localText } from './local-text.ts'
import { practice } from './practice-schema.ts'
import { retentionTold } from './retention-told.ts'
import { access, dispute, site } from './site-schema.ts'
import type { Surroundings } from './surroundings.ts'
import { oneOf, oneOrMore, termOf } from './terms.ts'
import { textThat } from './texts.ts'
import { isDate, isPracticeId, PRACTICE_ID } from './values.ts'

/** Where editors find the schema. */
export const SCHEMA_ID = 'https://unpkg.com/candor/schema/candor.schema.json'

/** The version of the language that declarations are written in. */
const VERSION = 1

const version: v.LiteralSchema<typeof VERSION, undefined> = {
  ...v.literal(VERSION),
  '~run': ({ value }) =>
    value === VERSION
      ? accept(value)
      : refuse(
          value,
          typeof value === 'number'
            ? flaw('version-unknown', () => ({ value: quote(value) }))
            : wrongKind(value, ['number']),
        ),
}

const p3p = table({
  header: may('Which responses carry the P3P header; with-cookies if left out.', oneOf(HEADER_MODES)),
  scope: may(
    "Whether it tells of the response's cookies or of the whole site; response if left out.",
    oneOf(COMPACT_SCOPES),
  ),
  style: may("canonical, or ibm: with every suffix, as IBM's editor wrote.", oneOf(COMPACT_STYLES)),
  test: may('true for a trial policy that browsers are to ignore.', truth()),
})

/** What may be written in a `candor.yaml`, given what else is written in it. */
export const declarationSchema = (around: Surroundings) =>
  table({
    $schema: may('Where the schema for editors is.', text()),
    candor: must('The version of this language: 1.', version),
    site: must('The site and who answers for it.', site(around)),
    effective: may(
      'The day since when this holds: 2026-11-22.',
      textThat(isDate, 'date-bad', { pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
    ),
    protection: may('How data are protected.', localText(around)),
    disclosure: may('When data reach others than the recipients below: by law, by permission.', localText(around)),
    claims: may(
      'What your texts say of all the practices, so that it is held against them.',
      oneOrMore(termOf('claim', CLAIMS)),
    ),
    access: must('What a person may see of the data about them.', access(around)),
    disputes: may('Where to complain.', v.array(dispute(around))),
    practices: must(
      'What is done with data: an entry for each group of data, by an id of your choice.',
      v.pipe(
        v.record(
          textThat(isPracticeId, 'practice-id-bad', { pattern: PRACTICE_ID.source }),
          named('practice', practice(around)),
        ),
        holds(
          practices => Object.keys(practices).length > 0,
          () => simpleFlaw('list-empty'),
        ),
        glance(practices => retentionTold(practices)),
        v.metadata({ minProperties: 1 }),
      ),
    ),
    cookies: may('Every cookie the site sets.', cookies(around)),
    storage: may("What else is kept on the visitor's device.", storage(around)),
    p3p: may('How the compact policy is sent.', p3p),
  })

/** What a person may write. */
export type DeclarationInput = v.InferInput<ReturnType<typeof declarationSchema>>
