import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATEGORIES, PURPOSES } from '../../vocabulary/index.ts'
import { KNOWN_COOKIES } from './cookies.ts'
import { readCsv } from './csv.ts'
import { KNOWN_HOSTS } from './hosts.ts'
import { readOcd } from './read-ocd.ts'
import { KNOWN_USES } from './uses.ts'
import { whoIsCookie, whoIsHost } from './who-is.ts'

const HEAD =
  'ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,Data Controller,User Privacy & GDPR Rights Portals,Wildcard match'

describe('our own table', () => {
  test('has the commonest cookies and hosts, each once', () => {
    expect(KNOWN_COOKIES.length + KNOWN_HOSTS.length).toBeGreaterThan(300)
    const keys = KNOWN_COOKIES.map(([name, , , , domain]) => `${name} ${domain ?? ''}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(KNOWN_HOSTS.map(([domain]) => domain)).size).toBe(KNOWN_HOSTS.length)
  })

  test('says lifetimes as a declaration says them', () => {
    const odd = KNOWN_COOKIES.filter(
      ([, , , life]) =>
        life !== null &&
        !/^(?:session|1 (?:minute|hour|day|week|month|year)|\d+ (?:minute|hour|day|week|month|year)s)$/.test(life),
    )
    expect(odd).toEqual([])
  })

  test('speaks in the words of the vocabulary, in its order', () => {
    const inOrder = (ids: readonly string[], rows: readonly { readonly id: string }[]) =>
      rows.map(({ id }) => id).filter(id => ids.includes(id))
    for (const { purposes, categories } of Object.values(KNOWN_USES)) {
      expect(purposes).toEqual(inOrder(purposes, PURPOSES))
      expect(inOrder(categories, CATEGORIES)).toHaveLength(categories.length)
    }
  })
})

test('a cookie is known by its name, by a pattern, and where its name is common only at its own host', () => {
  expect(whoIsCookie('_ga', 'shop.example')?.who).toBe('Google Analytics')
  expect(whoIsCookie('_ga_ABC', null)).toMatchObject({ name: '_ga_*', use: 'statistics', asks: true })
  expect(whoIsCookie('fr', '.facebook.com'.slice(1))?.who).toBe('Meta')
  expect(whoIsCookie('fr', 'shop.example')).toBeNull()
  expect(whoIsCookie('__proto__', null)).toBeNull()
})

test('a host is known by the narrowest domain it is in', () => {
  expect(whoIsHost('region1.google-analytics.com')?.use).toBe('statistics')
  expect(whoIsHost('fonts.googleapis.com')?.who).toBe('Google Fonts')
  expect(whoIsHost('challenges.cloudflare.com')?.use).toBe('security')
  expect(whoIsHost('notgoogle-analytics.com')).toBeNull()
  expect(whoIsHost('')).toBeNull()
})

describe('the list of others', () => {
  const list = (...rows: readonly string[]) => readOcd([HEAD, ...rows].join('\r\n'))
  const value = (...rows: readonly string[]) => {
    const read = list(...rows)
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.value
  }

  test('is read: quotes, patterns, hosts in prose, periods in prose', () => {
    expect(
      value(
        '1,Acme,Analytics,acme_,"acme.example (3rd party) or shop","Says ""hello"", twice",2 years after last activity,Acme,,1',
        '2,,Marketing,pix,,,Session,,,0',
      ),
    ).toMatchObject([
      { name: 'acme_*', who: 'Acme', use: 'statistics', lifetime: '2 years', host: 'acme.example' },
      { name: 'pix', who: 'pix', use: 'advertising', lifetime: 'session', host: null },
    ])
  })

  test('goes before our own table', () => {
    const others = value('1,Somebody,Security,_ga,,,1 day,,,0')
    expect(whoIsCookie('_ga', null, others)).toMatchObject({ who: 'Somebody', use: 'security' })
    expect(whoIsCookie('_gid', null, others)?.who).toBe('Google Analytics')
  })

  test.each([
    ['no columns', 'a,b\n1,2', { problem: 'columns', line: 1 }],
    ['a quote that never ends', `${HEAD}\n1,"x`, { problem: 'quote', line: 2 }],
    ['a quote inside a field', `${HEAD}\n1,a"b`, { problem: 'quote', line: 2 }],
    ['something after a quote', `${HEAD}\n1,"a"b`, { problem: 'quote', line: 2 }],
    ['too few fields', `${HEAD}\n1,2`, { problem: 'fields', line: 2 }],
    ['too much of it', 'x'.repeat(2 ** 24 + 1), { problem: 'large', line: 1 }],
  ])('is refused with where and why: %s', (_, text, data) => {
    expect(readOcd(text)).toMatchObject({ ok: false, issues: [{ code: 'cookie-list-malformed', data }] })
  })
})

test('what is written as CSV is read back, with the line of each row', () => {
  const field = fc.stringMatching(/^[a-z",\n\r ]{0,8}$/)
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), table => {
      const text = table.map(row => row.map(one => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
      const rows = readCsv(text)
      if ('problem' in rows) throw new Error(JSON.stringify(rows))
      expect(rows.map(({ fields }) => fields)).toEqual(table)
      let line = 1
      for (const { fields, line: at } of rows) {
        expect(at).toBe(line)
        line += 1 + fields.join('').split('\n').length - 1
      }
    }),
    { numRuns: 200 },
  )
})

test('anything at all is read or refused', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      readCsv(text)
      readOcd(`${HEAD}\n${text}`)
    }),
    { numRuns: 200 },
  )
})
