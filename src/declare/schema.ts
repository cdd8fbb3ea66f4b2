import * as v from 'valibot'
import { LANGUAGES } from '../messages/index.ts'
import { COMPACT_SCOPES, COMPACT_STYLES, HEADER_MODES } from '../model/index.ts'
import { ACCESS, CLAIMS, DISPUTE_TYPES, REMEDIES } from '../vocabulary/index.ts'
import { cookie, storage } from './device-schema.ts'
import { flaw } from './flaw.ts'
import { practice } from './practice-schema.ts'
import {
  idsOf,
  localText,
  may,
  must,
  oneOf,
  oneOrMore,
  quote,
  textThat,
  unknownLanguage,
  url,
  words,
} from './schema-parts.ts'
import { either, table } from './shapes.ts'
import type { Surroundings } from './surroundings.ts'
import { isDate, parseUrl } from './values.ts'

/** The version of the language a declaration is written in. */
export const DECLARATION_VERSION = 1

/** An address of the web, or one below the site's. */
const page = textThat(text => !/\s/.test(text) && parseUrl(text, 'https://site.example/') !== undefined, 'page-bad')

const email = textThat(text => /^[^\s@]+@[^\s@]+$/.test(text), 'email-bad')

const language = oneOf(LANGUAGES, unknownLanguage)

const controller = (around: Surroundings) =>
  v.pipe(
    table({
      name: may("The name of who answers for the site; the site's own if left out.", localText(around)),
      email: may('An address that is read.', email),
      phone: may('A telephone number.', words),
      url: may('A page with a way to reach them.', url),
      address: may(
        'The postal address.',
        table({
          street: may('Street and number.', words),
          city: may('City.', words),
          region: may('Region, state or province.', words),
          'postal-code': may('Postal code.', words),
          country: may('Country.', words),
        }),
      ),
    }),
    v.check(
      ({ email, phone, url, address }) => [email, phone, url, address].some(way => way !== undefined),
      () => flaw('contact-missing', {}),
    ),
  )

const site = (around: Surroundings) =>
  table({
    name: must('What the site is called.', localText(around)),
    url: must('Where the site is: https://www.example.com/', url),
    languages: must(
      'The languages of the policy; the first is the one that stands in for others.',
      oneOrMore(language),
    ),
    controller: must('Who answers for the site, and how to reach them.', controller(around)),
    pages: may(
      'Where things stand on the site; paths are below its URL.',
      table({
        policy: may('The policy for people.', page),
        choices: may('Where a visitor says yes and no. Needed once anything is opt-in or opt-out.', page),
      }),
    ),
  })

const access = (around: Surroundings) => {
  const rule = oneOf(idsOf(ACCESS))
  return either(
    rule,
    table({
      rule: must('What a person may see of the data about them.', rule),
      how: may('How they ask for it.', localText(around)),
    }),
  )
}

const dispute = (around: Surroundings) =>
  table({
    type: must('Who settles the complaint.', oneOf(DISPUTE_TYPES)),
    service: must('Where to complain: an address of the web.', url),
    description: may('What happens then.', localText(around)),
    remedies: may('What you do where you have broken your word.', oneOrMore(oneOf(idsOf(REMEDIES)))),
  })

const p3p = table({
  header: may('Which responses carry the P3P header; with-cookies if left out.', oneOf(HEADER_MODES)),
  scope: may(
    "Whether it tells of the response's cookies or of the whole site; response if left out.",
    oneOf(COMPACT_SCOPES),
  ),
  style: may("canonical, or ibm: every suffix written out as IBM's editor did.", oneOf(COMPACT_STYLES)),
  test: may('true for a trial policy that browsers are to ignore.', v.boolean()),
})

/** What may be written in a `candor.yaml`, given what else is written in it. */
export const declarationSchema = (around: Surroundings) =>
  table({
    $schema: may('Where the schema for editors is.', v.string()),
    candor: must(
      'The version of this language: 1.',
      v.literal(DECLARATION_VERSION, ({ input }) => flaw('version-unknown', { value: quote(input) })),
    ),
    site: must('The site and who answers for it.', site(around)),
    effective: may('The day since when this holds: 2026-11-22.', textThat(isDate, 'date-bad')),
    protection: may('How data are protected.', localText(around)),
    disclosure: may(
      'When data are handed out to others than the recipients below: law, permission.',
      localText(around),
    ),
    claims: may(
      'What your texts say of all the practices, so that it is held against them.',
      oneOrMore(oneOf(idsOf(CLAIMS))),
    ),
    access: must('What a person may see of the data about them.', access(around)),
    disputes: may('Where to complain.', v.array(dispute(around))),
    practices: must(
      'What is done with data, one entry for each group of data, by an id of your choice.',
      v.record(
        textThat(id => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 64, 'practice-id-bad'),
        practice(around),
      ),
    ),
    cookies: may('Every cookie the site sets.', v.array(cookie(around))),
    storage: may("What else is kept on the visitor's device.", v.array(storage(around))),
    p3p: may('How the compact policy is sent.', p3p),
  })

/** What a person may write. */
export type DeclarationInput = v.InferInput<ReturnType<typeof declarationSchema>>
