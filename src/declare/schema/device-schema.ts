import * as v from 'valibot'
import { STORAGE_AREAS } from '../../model/index.ts'
import { type Found, glance, holds } from '../shape/check.ts'
import { type Flaw, flaw, quote, simpleFlaw } from '../shape/flaw.ts'
import { nearest } from '../shape/nearest.ts'
import { text } from '../shape/scalars.ts'
import { lackingBy, may, must, table } from './keys.ts'
import { localText } from './local-text.ts'
import { purpose } from './practice-schema.ts'
import type { Surroundings } from './surroundings.ts'
import { oneOf, oneOrMore, repeated } from './terms.ts'
import { lifetime, textThat, words } from './texts.ts'
import { isCookieName, isCookiePath, parseHostPattern, parseOrigin } from './values.ts'

const practiceId = ({ practices }: Surroundings) =>
  v.pipe(
    text(),
    holds(
      id => practices === null || practices.includes(id),
      id => flaw('practice-unknown', () => ({ practice: quote(id), nearest: nearest(id, practices ?? []) ?? 'none' })),
    ),
  )

const cookieHost = textThat(text => parseHostPattern(text, '.') !== undefined, 'host-bad')

const practiceKey = (around: Surroundings) => must('The practice it belongs to.', practiceId(around))
const purposeKey = (around: Surroundings) => may('What it is for, in your own words.', localText(around))
const usesKey = may('What it is for, where that is less than its practice.', oneOrMore(purpose))

const cookie = (around: Surroundings) =>
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
    { lacking: lackingBy({ practice: simpleFlaw('cookie-without-practice') }) },
  )

const storageEntry = (around: Surroundings) =>
  table(
    {
      area: must('Where on the device.', oneOf(STORAGE_AREAS)),
      key: must('The key, or the name of the database or cache; * stands for any characters.', words),
      origin: may(
        "Scheme and host: https://example.com. The site's own if left out.",
        textThat(text => parseOrigin(text) !== undefined, 'origin-bad'),
      ),
      lifetime: may('session, or how long it is kept. Left out: until somebody removes it.', lifetime),
      practice: practiceKey(around),
      purpose: purposeKey(around),
      uses: usesKey,
    },
    { lacking: lackingBy({ practice: simpleFlaw('storage-without-practice') }) },
  )

/** Entries that say the same thing a second time, as far as what they say can be read. */
function twice<T extends object>(
  list: readonly T[],
  keyOf: (entry: Partial<T>) => readonly unknown[],
  otherwise: (entry: Partial<T>) => Flaw,
): readonly Found[] {
  const entries: readonly Partial<T>[] = Array.isArray(list) ? list.map(Object) : []
  const keys = entries.map(keyOf).map(key => (key[0] === undefined ? undefined : JSON.stringify(key)))
  return repeated(keys).map(at => ({ flaw: otherwise(entries[at] ?? {}), path: [at] }))
}

export const cookies = (around: Surroundings) =>
  v.pipe(
    v.array(cookie(around)),
    glance(list =>
      twice(
        list,
        ({ name, host, path }) => [name, host, path],
        ({ name }) => flaw('cookie-twice', () => ({ name: quote(name) })),
      ),
    ),
  )

export const storage = (around: Surroundings) =>
  v.pipe(
    v.array(storageEntry(around)),
    glance(list =>
      twice(
        list,
        ({ key, area, origin }) => [key, area, origin],
        ({ key }) => flaw('storage-twice', () => ({ key: quote(key) })),
      ),
    ),
  )
