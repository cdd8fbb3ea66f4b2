import * as v from 'valibot'
import { STORAGE_AREAS } from '../model/index.ts'
import { flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import { purpose } from './practice-schema.ts'
import { cookieHost, localText, may, must, oneOf, oneOrMore, quote, textThat, words } from './schema-parts.ts'
import { table } from './shapes.ts'
import type { Surroundings } from './surroundings.ts'
import { isCookieName, isCookiePath, parseDuration, parseOrigin } from './values.ts'

const practiceId = ({ practices }: Surroundings) =>
  v.pipe(
    v.string(),
    v.check(
      id => practices === null || practices.includes(id),
      ({ input }) =>
        flaw('practice-unknown', { practice: quote(input), nearest: nearest(input, practices ?? []) ?? 'none' }),
    ),
  )

const lifetime = textThat(text => text === 'session' || parseDuration(text) !== undefined, 'duration-bad')

const practiceKey = (around: Surroundings) => must('The practice it belongs to.', practiceId(around))
const purposeKey = (around: Surroundings) => may('What it is for, in your own words.', localText(around))
const usesKey = may('What it is for, where that is less than its practice.', oneOrMore(purpose))

export const cookie = (around: Surroundings) =>
  table(
    {
      name: must('The name; * stands for any characters.', textThat(isCookieName, 'cookie-name-bad')),
      host: may("The host it is set for; .example.com covers the hosts below. The site's own if left out.", cookieHost),
      path: may('The path it is sent for; / if left out.', textThat(isCookiePath, 'path-bad')),
      lifetime: must('session, or how long it is kept: 30 days, 2 years.', lifetime),
      party: may("first, or third where another's site sets it.", oneOf(['first', 'third'])),
      'set-by': may('Who sets it, as people know them.', localText(around)),
      practice: practiceKey(around),
      purpose: purposeKey(around),
      uses: usesKey,
    },
    { lacking: key => (key === 'practice' ? flaw('cookie-without-practice', {}) : flaw('key-missing', { key })) },
  )

export const storage = (around: Surroundings) =>
  table(
    {
      area: must('Where on the device.', oneOf(STORAGE_AREAS)),
      key: must('The key, or the name of the database or cache; * stands for any characters.', words),
      origin: may(
        "Scheme and host. The site's own if left out.",
        textThat(text => parseOrigin(text) !== undefined, 'origin-bad'),
      ),
      lifetime: may('session, or how long it is kept. Left out: until it is removed.', lifetime),
      practice: practiceKey(around),
      purpose: purposeKey(around),
      uses: usesKey,
    },
    { lacking: key => (key === 'practice' ? flaw('storage-without-practice', {}) : flaw('key-missing', { key })) },
  )
