import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODES, type Issue, type Span } from '../model/index.ts'
import { declare, declareObject } from './index.ts'

/** A declaration in which nothing is wrong, with a place for each part to be replaced. */
const parts = {
  head: 'candor: 1',
  site: `site:
  name: { bg: Магазин, en: Shop }
  url: https://www.example.com/
  languages: [bg, en]
  controller: { email: privacy@example.com }
  pages: { choices: /choices }`,
  access: 'access: all',
  data: '    data: [dynamic.clickstream]',
  purposes: '    purposes: [current, admin]',
  recipients: '    recipients: [ours]',
  retention: '    retention: no-retention',
  cookies: `cookies:
  - { name: sid, practice: log, lifetime: session }`,
  tail: '',
}

const written = ({ head, site, access, data, purposes, recipients, retention, cookies, tail }: typeof parts) =>
  [head, site, access, 'practices:', '  log:', data, purposes, recipients, retention, cookies, tail].join('\n')

const withPart = (change: Partial<typeof parts>) => written({ ...parts, ...change })

/** What is told, each as its place, its code and the end of its path. */
const toldOf = (issues: readonly Issue[]) =>
  issues.map(({ code, at, path }) => `${at?.line}:${at?.column} ${code} ${path.at(-1) ?? ''}`.trim())
const told = (text: string) => toldOf(declare(text).issues)

test('a sound declaration is read without a word', () => {
  expect(declare(written(parts))).toMatchObject({ ok: true, issues: [] })
})

describe('each mistake is told once, with its code and its place', () => {
  const mistakes: readonly (readonly [Partial<typeof parts>, ...string[]])[] = [
    [{ head: 'candor: 2' }, '1:9 version-unknown candor'],
    [{ head: 'candor: one' }, '1:9 kind-wrong candor'],
    [{ head: '' }, '2:1 key-missing candor'],
    [{ head: 'candor: 1\ncolour: red' }, '2:1 key-unknown colour'],
    [{ head: 'candor: 1\neffective: 2012-02-30' }, '2:12 date-bad effective'],
    [{ head: 'candor: 1\neffective: 26.6.2012' }, '2:12 date-bad effective'],
    [{ head: 'candor: 1\nprotection: { bg: Пазим ги }' }, '2:1 language-missing protection'],
    [{ head: 'candor: 1\nprotection: { bg: Б, en: A, fr: C }' }, '2:29 language-unknown fr'],
    [{ head: 'candor: 1\nprotection: [a]' }, '2:1 kind-wrong protection'],
    [{ head: 'candor: 1\nprotection: "  "' }, '2:13 text-empty protection'],
    [{ head: 'candor: 1\nprotection:' }, '2:1 value-empty protection'],
    [{ head: 'candor: 1\ndisputes: [{ type: court, service: here }]' }, '2:36 url-bad service'],
    [{ head: 'candor: 1\np3p: { header: sometimes }' }, '2:16 term-unknown header'],
    [{ access: 'access: some' }, '8:9 term-unknown access'],
    [{ access: 'access: {}' }, '8:1 key-missing rule'],
    [{ site: parts.site.replace('https://www.example.com/', 'www.example.com') }, '4:8 url-bad url'],
    [{ site: parts.site.replace('https://', 'https://me:secret@') }, '4:8 url-bad url'],
    [{ site: parts.site.replace('[bg, en]', '[bg, en, fr]') }, '5:23 language-unknown 2'],
    [{ site: parts.site.replace('[bg, en]', '[bg, en, bg]') }, '5:23 entry-twice 2'],
    [{ site: parts.site.replace('[bg, en]', '[bg]') }, '3:28 language-undeclared en'],
    [{ site: parts.site.replace('[bg, en]', '[]') }, '5:3 list-empty languages'],
    [{ site: parts.site.replace('{ email: privacy@example.com }', '{}') }, '6:3 contact-missing controller'],
    [{ site: parts.site.replace('privacy@example.com', 'privacy') }, '6:24 email-bad email'],
    [{ site: parts.site.replace('/choices }', '"two words" }') }, '7:21 page-bad choices'],
    [{ data: '' }, '10:3 practice-without-data data'],
    [{ data: '    data: []' }, '11:5 practice-without-data data'],
    [{ data: '    data: [dynamic.clikstream]' }, '11:12 data-unknown 0'],
    [{ data: '    data: [dynamic.cookies]' }, '11:12 categories-missing 0'],
    [{ data: '    data: [{ name: Shoe size }]' }, '11:14 categories-missing 0'],
    [{ data: '    data: [{ ref: dynamic.http, categories: [state] }]' }, '11:14 categories-unneeded 0'],
    [{ data: '    data: [dynamic.http, dynamic.http]' }, '11:26 entry-twice 1'],
    [{ purposes: '' }, '10:3 practice-without-purpose purposes'],
    [{ purposes: '    purposes: {}' }, '12:5 practice-without-purpose purposes'],
    [{ purposes: '    purposes: [spying]' }, '12:16 term-unknown 0'],
    [{ purposes: '    purposes: { spying: always }' }, '12:17 term-unknown spying'],
    [{ purposes: '    purposes: { admin: sometimes }' }, '12:24 term-unknown admin'],
    [{ purposes: '    purposes: { current: opt-in }' }, '12:26 choice-not-possible current'],
    [{ recipients: '' }, '10:3 practice-without-recipient recipients'],
    [{ recipients: '    recipients: { ours: opt-out }' }, '13:25 choice-not-possible ours'],
    [{ recipients: '    recipients: { public: { hosts: "http://x" } }' }, '13:36 host-bad hosts'],
    [{ retention: '' }, '10:3 practice-without-retention retention'],
    [{ retention: '    retention: forever' }, '14:16 term-unknown retention'],
    [{ retention: '    retention: 30 days' }, '14:16 retention-rule-missing retention'],
    [{ retention: '    retention: { rule: indefinitely, period: 2 yrs }' }, '14:46 duration-bad period'],
    [{ retention: '    retention: { rule: indefinitely, period: 0 days }' }, '14:46 duration-bad period'],
    [{ cookies: 'cookies: [{ name: a, lifetime: session }]' }, '15:13 cookie-without-practice practice'],
    [{ cookies: 'cookies: [{ name: a, lifetime: session, practice: lgo }]' }, '15:51 practice-unknown practice'],
    [{ cookies: 'cookies: [{ name: a, practice: log }]' }, '15:13 key-missing lifetime'],
    [{ cookies: 'cookies: [{ name: a;b, practice: log, lifetime: 1 day }]' }, '15:19 cookie-name-bad name'],
    [{ cookies: 'cookies: [{ name: a, practice: log, lifetime: 1 day, path: x }]' }, '15:60 path-bad path'],
    [{ cookies: 'cookies: [{ name: a, practice: log, lifetime: 1 day, host: a/b }]' }, '15:60 host-bad host'],
    [{ cookies: `${parts.cookies}\n${parts.cookies.split('\n')[1]}` }, '17:7 cookie-twice 1'],
    [{ tail: 'storage: [{ area: local, key: k }]' }, '17:13 storage-without-practice practice'],
    [{ tail: 'storage: [{ area: local, key: k, practice: log, origin: x }]' }, '17:57 origin-bad origin'],
    [{ tail: 'storage: [{ area: attic, key: k, practice: log }]' }, '17:19 term-unknown area'],
    [
      { tail: 'storage: [{ area: local, key: k, practice: log }, { area: local, key: k, practice: log }]' },
      '17:53 storage-twice 1',
    ],
    [{ tail: 'cookies: []' }, '17:1 key-twice cookies'],
    [{ tail: '__proto__: { candor: 1 }' }, '17:1 key-forbidden'],
    [{ tail: '[a]: b' }, '17:1 key-not-text'],
  ]

  const rows = mistakes.map(([change, ...expected]) => ({ change, expected }))
  test.each(rows)('%j', ({ change, expected }) => {
    expect(told(withPart(change))).toEqual(expected)
  })

  test('a choice without a page to make it on', () => {
    const site = parts.site.replace('\n  pages: { choices: /choices }', '')
    const purposes = '    purposes: { contact: opt-in, admin: opt-out }'
    expect(told(withPart({ site, purposes }))).toEqual(['11:26 choices-page-missing contact'])
  })

  test('a practice id that is no id, and a declaration without practices', () => {
    expect(told(written(parts).replace('  log:', '  Log File:'))).toContain('10:3 practice-id-bad Log File')
    expect(told('candor: 1\npractices: {}')).toContain('2:1 list-empty practices')
  })

  test('in a sound declaration an untold timetable is for the lints; in any other it is told at once', () => {
    const untimed = { retention: '    retention: business-practices' }
    expect(told(withPart(untimed))).toEqual([])
    expect(told(withPart({ ...untimed, access: 'access: some' }))).toEqual([
      '8:9 term-unknown access',
      '14:16 retention-unpublished retention',
    ])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['', '1:1 declaration-empty'],
    ['# nothing\n', '1:1 declaration-empty'],
    ['just words', '1:1 kind-wrong'],
    ['- a\n- b', '1:3 kind-wrong'],
  ])('%j is no declaration', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test('2 MB are refused at once, as text and as bytes', () => {
    const large = `candor: 1\n${'# more\n'.repeat(300_000)}`
    expect(toldOf(declare(large).issues)).toEqual(['undefined:undefined file-too-large'])
    expect(toldOf(declare(new TextEncoder().encode(large)).issues)).toEqual(['undefined:undefined file-too-large'])
  })

  test('bytes that are not UTF-8 are told with the place of the first', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('candor: 1\nsite: caf'), 0xe9, 0x0a])
    expect(toldOf(declare(bytes).issues)).toEqual(['2:10 encoding-wrong'])
  })

  test('a NUL and other characters that no text has', () => {
    expect(told(withPart({ access: 'access: all # \0' }))).toEqual(['8:15 control-character'])
    expect(told(withPart({ access: 'access: all # \ud800' }))).toEqual(['8:15 control-character'])
  })

  test('a byte order mark and Windows lines do no harm', () => {
    expect(declare(`\uFEFF${written(parts).replaceAll('\n', '\r\n')}`)).toMatchObject({ ok: true, issues: [] })
  })

  test('JSON is read as well, with tabs', () => {
    const value = { candor: 1, site: { name: 'Ä "b"', url: 'https://a.example/', languages: 'en' }, access: 'all' }
    const text = JSON.stringify({ $schema: 'x', ...value }, null, '\t')
    expect(toldOf(declare(text).issues)).toEqual(['2:2 key-missing practices', '4:2 key-missing controller'])
  })

  test('references, merges and tags are refused where they stand, and nothing else is said of them', () => {
    expect(told(withPart({ access: 'access: &a all', tail: 'protection: *a' }))).toEqual([
      '8:12 alias-refused access',
      '17:13 alias-refused protection',
    ])
    expect(told(withPart({ data: '    <<: { data: [dynamic.http] }' }))).toEqual(['11:5 alias-refused log'])
    expect(told(withPart({ access: 'access: !!str all' }))).toEqual(['8:15 tag-refused access'])
    expect(told(withPart({ access: 'access: !secret all' }))).toEqual(['8:17 tag-refused access'])
  })

  test('a document is one document', () => {
    expect(told(`${written(parts)}\n---\ncandor: 1`)).toEqual(['18:1 documents-several'])
  })

  test.each(['[', '{a: ', '- ', '? '])('%j without end is too deep, not too much', piece => {
    expect(declare(piece.repeat(20_000)).issues.map(({ code }) => code)).toEqual(['nesting-too-deep'])
  })

  test('a million mistakes are counted, not listed', () => {
    const { issues } = declare(`candor: 1\n${Array.from({ length: 5000 }, (_, at) => `key${at}: x`).join('\n')}`)
    expect(issues).toHaveLength(201)
    expect(issues.at(-1)).toMatchObject({ code: 'issues-more', data: { count: 4803 } })
  })

  test('an error is told before any number of remarks', () => {
    const uses = `    purposes: [${'CUR, '.repeat(300)}spying]`
    const { ok, issues } = declare(withPart({ purposes: uses }))
    expect(ok).toBe(false)
    expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['term-unknown'])
    expect(issues).toHaveLength(201)
  })
})

describe('a slip in YAML is told in plain words, and what stands before it as well', () => {
  test.each([
    ['site:\n\tname: x', 'tab'],
    ['access: "all', 'quote'],
    ["access: 'all", 'quote'],
    ['protection: we say: nothing', 'colonInText'],
    ['access: all\nwhatever\nprotection: x', 'colonMissing'],
    ['practices: [a, b', 'bracket'],
    ['practices: {a: b', 'bracket'],
    ['practices: [a, b]]', 'bracket'],
    ['access: @all', 'firstCharacter'],
    ['access: `all`', 'firstCharacter'],
    ['access: "a\\qb"', 'escape'],
    ['site:\n   name: x\n  url: y', 'indent'],
  ])('%j', (text, problem) => {
    const { issues } = declare(`candor: 1\n${text}\n`)
    expect(issues.filter(({ code }) => code === 'syntax-wrong').map(({ data }) => data)).toEqual([{ problem }])
  })

  test('nothing is said of what may stand behind the slip', () => {
    expect(told('candor: 2\ncolour: red\naccess: "all\npractices:\n  a: {}')).toEqual([
      '1:9 version-unknown candor',
      '2:1 key-unknown colour',
      '3:9 syntax-wrong',
    ])
  })
})

describe('one mistake is one issue', () => {
  test('a wrong key stands for the one that is missing, and what is under it is read', () => {
    expect(told(withPart({ purposes: '    purpose: [spying]' }))).toEqual([
      '12:5 key-unknown purpose',
      '12:15 term-unknown 0',
    ])
  })

  test('a language that Candor does not speak is told where it is declared, not in each text', () => {
    const site = parts.site.replace('[bg, en]', '[bg, en, fr]').replace('en: Shop', 'en: Shop, fr: Magasin')
    expect(told(withPart({ site }))).toEqual(['5:23 language-unknown 2'])
  })

  test('cookies are not blamed for practices that are not there at all', () => {
    const text = `candor: 1\n${parts.site}\naccess: all\n${parts.cookies}`
    expect(told(text)).toEqual(['1:1 key-missing practices'])
  })

  test('all mistakes of a file are told in one go, in its order', () => {
    const text = withPart({
      head: 'candor: 1\ncolour: red',
      access: 'access: some',
      data: '    data: [dynamic.cookies, dynamic.htp]',
      purposes: '    purposes: { current: opt-in, spying: always }',
      recipients: '',
      cookies: 'cookies: [{ name: a, practice: lgo, lifetime: long }, { name: b, lifetime: session }]',
    })
    expect(told(text)).toEqual([
      '2:1 key-unknown colour',
      '9:9 term-unknown access',
      '11:3 practice-without-recipient recipients',
      '12:12 categories-missing 0',
      '12:29 data-unknown 1',
      '13:26 choice-not-possible current',
      '13:34 term-unknown spying',
      '16:32 practice-unknown practice',
      '16:47 duration-bad lifetime',
      '16:57 cookie-without-practice practice',
    ])
  })

  test('a word is suggested where one is near', () => {
    const nearestOf = (change: Partial<typeof parts>) =>
      declare(withPart(change)).issues.map(({ data }) => ('nearest' in data ? data.nearest : undefined))
    expect(nearestOf({ head: 'candor: 1\nacces: all', access: '' })).toEqual(['access'])
    expect(nearestOf({ purposes: '    purpose: [current]' })).toEqual(['purposes'])
    expect(nearestOf({ purposes: '    purposes: [marketing]' })).toEqual(['contact'])
    expect(nearestOf({ purposes: '    purposes: [pseudo-analisys]' })).toEqual(['pseudo-analysis'])
    expect(nearestOf({ data: '    data: [user.homeinfo.postal.street]' })).toEqual(['user.home-info.postal.street'])
    expect(nearestOf({ data: '    data: [user.home-info.postal.stret]' })).toEqual(['user.home-info.postal.street'])
    expect(nearestOf({ retention: '    retention: xyzzy' })).toEqual(['none'])
  })
})

describe('what can only mean one thing is read so, and said', () => {
  test.each([
    [{ access: 'access: NOI' }, 'nonident'],
    [{ access: 'access: Contact and other' }, 'contact-and-other'],
    [{ purposes: '    purposes: [CUR, Admin]' }, 'current', 'admin'],
    [{ purposes: '    purposes: { CON: Opt_In }' }, 'contact', 'opt-in'],
    [{ recipients: '    Recipients: ours' }, 'recipients'],
    [{ tail: 'p3p: { test: no }' }, 'false'],
  ] as const)('%j', (change, ...meant) => {
    const declared = declare(withPart(change))
    expect(declared.ok).toBe(true)
    expect(declared.issues).toEqual(
      meant.map(word =>
        expect.objectContaining({
          code: 'term-respelled',
          severity: 'note',
          data: expect.objectContaining({ meant: word }),
        }),
      ),
    )
  })

  test('the same word twice in two spellings is one too many', () => {
    expect(told(withPart({ purposes: '    purposes: { contact: opt-in, CON: opt-out }' }))).toEqual([
      '12:34 key-twice CON',
    ])
  })

  test('a number is text where text is wanted, as it was written', () => {
    const site = parts.site.replace(
      '{ email: privacy@example.com }',
      '{ phone: 00359, address: { postal-code: 1000 } }',
    )
    const declared = declare(withPart({ site }))
    expect(declared).toMatchObject({
      ok: true,
      issues: [],
      value: { declaration: { site: { controller: { phone: '00359', address: { postalCode: '1000' } } } } },
    })
  })
})

describe('an open question', () => {
  test('leaves what may be left out unsaid, with a warning', () => {
    const declared = declare(withPart({ tail: 'protection: "? how are they kept safe"\np3p: "?"' }))
    expect(toldOf(declared.issues)).toEqual(['17:13 question-open protection', '18:6 question-open p3p'])
    expect(declared.issues[0]?.data).toEqual({ question: 'how are they kept safe' })
    expect(declared).toMatchObject({ ok: true, value: { declaration: { protection: null } } })
  })

  test('keeps what must be said from being a policy, and is the only thing told there', () => {
    const text = withPart({
      access: 'access: "? which"',
      purposes: '    purposes: { current: always, contact: "?" }',
      recipients: '    recipients: ["? who"]',
      cookies: 'cookies: [{ name: a, practice: "?", lifetime: session }]',
      head: 'candor: 1\nprotection: { bg: "?", en: x }',
      data: '    data: [{ name: Shoe size, categories: "?" }]',
    })
    expect(told(text)).toEqual([
      '2:19 question-required bg',
      '9:9 question-required access',
      '12:43 question-required categories',
      '13:43 question-required contact',
      '14:18 question-required 0',
      '16:32 question-required practice',
    ])
  })

  test('about the page for choices stands in for the page', () => {
    const site = parts.site.replace('/choices }', '"?" }')
    expect(told(withPart({ site, purposes: '    purposes: { contact: opt-in }' }))).toEqual([
      '7:21 question-open choices',
    ])
  })
})

describe('the normal form', () => {
  const declarationOf = (change: Partial<typeof parts>) => {
    const declared = declare(withPart(change))
    if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
    return declared.value.declaration
  }

  test('is the same however short the writing', () => {
    const short = declarationOf({ purposes: '    purposes: current', recipients: '    recipients: ours' })
    const long = declarationOf({
      data: '    data: [{ ref: "#dynamic.clickstream", optional: false }]',
      purposes: '    purposes: { current: { choice: always } }',
      recipients: '    recipients: { ours: {} }',
      retention: '    retention: { rule: no-retention }',
      access: 'access: { rule: all }',
    })
    expect(short).toEqual(long)
  })

  test('has a plain text in every language of the site, and null for what is not said', () => {
    const { practices, protection, disclosure, effective } = declarationOf({ tail: 'protection: Safe.' })
    expect(protection).toEqual({ bg: 'Safe.', en: 'Safe.' })
    expect([disclosure, effective, practices[0]?.name, practices[0]?.identifiable]).toEqual([null, null, null, null])
  })

  test('has hosts and addresses as browsers write them', () => {
    const { site, practices, cookies } = declarationOf({
      site: parts.site.replace('https://www.example.com/', 'HTTPS://Example.COM'),
      recipients: '    recipients: { delivery: { hosts: ["*.ПОЩА.example"] } }',
      cookies: 'cookies: [{ name: a*, host: .Example.com, practice: log, lifetime: 13  Months }]',
    })
    expect(site.url).toBe('https://example.com/')
    expect(practices[0]?.recipients[0]?.hosts).toEqual(['*.xn--80a1ac5b.example'])
    expect(cookies[0]).toMatchObject({ host: '.example.com', lifetime: { count: 13, unit: 'month' } })
  })
})

describe('places for later stages', () => {
  const declared = declare(
    withPart({ data: '    data:\n      - dynamic.http\n      - { name: x, categories: state }' }),
  )
  const at = (...path: (string | number)[]) => {
    const span = declared.ok ? declared.value.locate(path) : undefined
    return `${span?.line}:${span?.column}`
  }

  test('a path leads to its key or word, by names or by numbers', () => {
    expect(at('access')).toBe('8:9')
    expect(at('practices', 'log')).toBe('10:3')
    expect(at('practices', 0, 'retention')).toBe('16:16')
    expect(at('practices', 'log', 'data', 1)).toBe('13:11')
    expect(at('practices', 'log', 'purposes', 'admin')).toBe('14:25')
    expect(at('site', 'pages', 'choices')).toBe('7:21')
  })

  test('a path that leads nowhere leads to the nearest place around', () => {
    expect(at('practices', 'log', 'basis')).toBe('10:3')
    expect(at('nowhere')).toBe('1:1')
  })
})

describe('an object of a program', () => {
  const site = { name: 'S', url: 'https://a.example/', languages: ['en'], controller: { email: 'a@b.example' } }
  const log = { data: ['dynamic.http'], purposes: ['current'], recipients: ['ours'], retention: 'indefinitely' }
  const sound = { candor: 1, site, access: 'none', practices: { log } }

  test('is read as a text is', () => {
    expect(declareObject({ ...sound, effective: undefined })).toMatchObject({ ok: true, issues: [] })
  })

  test('may not contain itself, nor what JavaScript keeps for itself', () => {
    const circle: Record<string, unknown> = { ...sound }
    circle['protection'] = { bg: circle }
    expect(declareObject(circle).issues.map(({ code }) => code)).toContain('cycle-refused')
    const forged = JSON.parse('{"__proto__": {"candor": 1}, "constructor": 1}') as object
    const { issues } = declareObject({ ...forged, ...sound })
    expect(issues.map(({ code, data }) => [code, data])).toEqual([
      ['key-forbidden', { key: '__proto__' }],
      ['key-forbidden', { key: 'constructor' }],
    ])
    expect(declareObject(forged).issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['key-forbidden', 'key-missing']),
    )
  })

  test.each([null, undefined, 1, 'text', [], () => 1, Symbol('s'), new Date(0), 10n])(
    'is no declaration: %s',
    value => {
      expect(declareObject(value).ok).toBe(false)
    },
  )
})

describe('whatever it is given, it answers', () => {
  const isSane = (text: string) => {
    const { ok, issues } = declare(text)
    const lines = text.split('\n').length
    const isPlace = (at: Span) => at.line >= 1 && at.line <= lines && at.column >= 1
    const insane = issues.filter(
      ({ code, at, severity }) =>
        !Object.hasOwn(CODES, code) || (ok && severity === 'error') || (at !== undefined && !isPlace(at)),
    )
    expect(insane, text).toEqual([])
    if (!ok) expect(issues.length, text).toBeGreaterThan(0)
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isSane), { numRuns: 300 })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \t\nab1~<=.'), { maxLength: 60 }), letters =>
        isSane(letters.join('')),
      ),
      { numRuns: 500 },
    )
  })

  test('a declaration with pieces cut out, put in and swapped', () => {
    const text = written({
      ...parts,
      tail: 'storage:\n  - { area: local, key: k, practice: log }\np3p: { test: true }',
    })
    const edit = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(12),
      put: fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '\n',
          ': ',
          '- ',
          '[',
          '}',
          '"',
          '?',
          '*a',
          '&a ',
          '!!set ',
          '\t',
          'null',
          '0',
          '__proto__',
        ),
        fc.string({ maxLength: 4 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), edits => {
        isSane(edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text))
      }),
      { numRuns: 300 },
    )
  })

  test('any value of a program', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('candor', 'site', 'practices', 'data', 'purposes', 'cookies', 'name', 'x') }),
        value => {
          expect(declareObject(value).ok).toBe(false)
        },
      ),
      { numRuns: 200 },
    )
  })
})
