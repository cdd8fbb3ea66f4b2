import * as v from 'valibot'
import { ACCESS, DISPUTE_TYPES, REMEDIES } from '../../vocabulary/index.ts'
import { holds } from '../shape/check.ts'
import { either } from '../shape/either.ts'
import { simpleFlaw } from '../shape/flaw.ts'
import { may, must, table } from './keys.ts'
import { localText } from './local-text.ts'
import type { Surroundings } from './surroundings.ts'
import { language, oneOf, oneOrMore, termOf } from './terms.ts'
import { textThat, url, words } from './texts.ts'
import { isEmail, isPage } from './values.ts'

/** An address of the web, or one below the site's. */
const page = textThat(isPage, 'page-bad')

const controller = (around: Surroundings) =>
  v.pipe(
    table({
      name: may("The name of who answers for the site; the site's own if left out.", localText(around)),
      email: may('An address that is read.', textThat(isEmail, 'email-bad')),
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
    holds(
      // Also one that is still a question.
      controller => ['email', 'phone', 'url', 'address'].some(way => Object.hasOwn(controller, way)),
      () => simpleFlaw('contact-missing'),
    ),
  )

export const site = (around: Surroundings) =>
  table({
    name: must('What the site is called.', localText(around)),
    url: must('Where the site is: https://www.example.com/', url),
    languages: must('The languages of the policy; the first stands in for others.', oneOrMore(language)),
    controller: must('Who answers for the site, and how to reach them.', controller(around)),
    pages: may(
      "Where things stand on the site; relative addresses are below the site's.",
      table({
        policy: may('The policy for people.', page),
        choices: may('Where a visitor says yes and no. Needed once anything is opt-in or opt-out.', page),
      }),
    ),
  })

export const access = (around: Surroundings) => {
  const rule = termOf('access', ACCESS)
  return either(
    rule,
    table({
      rule: must('What a person may see of the data about them.', rule),
      how: may('How they ask for it.', localText(around)),
    }),
  )
}

export const dispute = (around: Surroundings) =>
  table({
    type: must('Who settles the complaint.', oneOf(DISPUTE_TYPES)),
    service: must('Where to complain: an address of the web.', url),
    description: may('What happens then.', localText(around)),
    remedies: may('What you do where you have broken your word.', oneOrMore(termOf('remedy', REMEDIES))),
  })
