import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHOICE_MEANS, DECISIONS, type StandingChoice } from '../../model/index.ts'
import { commonPart, decodeChoice, encodeChoice, LONGEST_CHOICE } from './index.ts'

const CHOICE: StandingChoice = {
  subject: 'Zk3_x-9',
  at: '2026-11-22T12:00:00.000Z',
  how: 'button',
  language: 'bg',
  recorded: true,
  decisions: {
    statistics: { decision: 'granted', digest: '1a2b3c4d', marks: 'Ab0-_zYxWv' },
    'ads-elsewhere': { decision: 'refused', digest: '5e6f7a8b' },
  },
}

const words = (pattern: RegExp) => fc.stringMatching(pattern)

const hashes = words(/^[0-9a-f]{64}$/).map(digits => `sha256:${digits}`)

const records = fc.oneof(
  fc.record({ recorded: fc.constant(true as const) }),
  fc.record({
    recorded: fc.constant(false as const),
    shown: fc.record({ policy: hashes, text: fc.option(hashes, { nil: null }) }),
  }),
)

const made = fc.record({
  subject: fc.option(words(/^[A-Za-z0-9_-]{2,64}$/), { nil: null }),
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map(date => date.toISOString()),
  how: fc.constantFrom(...CHOICE_MEANS),
  language: fc.constantFrom('en', 'bg', 'pt-BR', 'zh-Hant-TW'),
  decisions: fc.dictionary(
    words(/^[a-z][a-z0-9]{0,20}(-[a-z0-9]{1,10}){0,2}$/),
    fc.record(
      {
        decision: fc.constantFrom(...DECISIONS),
        digest: words(/^[0-9a-f]{8}$/),
        marks: words(/^[A-Za-z0-9_-]{10}$/),
      },
      { requiredKeys: ['decision', 'digest'] },
    ),
    { maxKeys: 20 },
  ),
})

const choices: fc.Arbitrary<StandingChoice> = fc.tuple(made, records).map(([one, other]) => ({ ...one, ...other }))

const UNRECORDED: StandingChoice = {
  ...CHOICE,
  recorded: false,
  shown: { policy: `sha256:${'0f'.repeat(32)}`, text: `sha256:${'fb'.repeat(32)}` },
}

test('what is written can be read, and is made of what a cookie may be made of (RFC 6265, 4.1.1)', () => {
  fc.assert(
    fc.property(choices, choice => {
      const value = encodeChoice(choice)
      expect(value).toMatch(/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/)
      expect(decodeChoice(value)).toEqual({ ...choice, decisions: { ...choice.decisions } })
    }),
  )
})

test('a person can read it in the browser’s own list of cookies', () => {
  expect(encodeChoice(CHOICE)).toBe(
    '1/Zk3_x-9/2026-11-22T12:00:00.000Z/button/bg/recorded/statistics=g1a2b3c4dAb0-_zYxWv&ads-elsewhere=r5e6f7a8b',
  )
})

test('what is still to be recorded says what was shown, in a hundred characters more', () => {
  const value = encodeChoice(UNRECORDED)
  expect(value).toContain(
    '/unrecorded.Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8.-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s/',
  )
  expect(value.length - encodeChoice(CHOICE).length).toBeLessThan(100)
  const unknown = encodeChoice({ ...UNRECORDED, shown: { ...UNRECORDED.shown, text: null } })
  expect(unknown).toContain('/unrecorded.Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8.-/')
  expect(decodeChoice(unknown)).toMatchObject({ recorded: false, shown: { text: null } })
})

describe('what somebody made up is no choice', () => {
  const good = encodeChoice(CHOICE)
  const [hash = ''] = encodeChoice(UNRECORDED).split('.').slice(-1)[0]?.split('/') ?? []
  test.each([
    ['nothing', ''],
    ['another version', good.replace('1/', '2/')],
    ['too few parts', '1/-/2026-11-22T12:00:00.000Z/button/bg/recorded'],
    ['too many parts', `${good}/more`],
    ['no time', good.replace('2026-11-22T12:00:00.000Z', 'yesterday')],
    ['a month that is none', good.replace('2026-11', '2026-13')],
    ['unknown means', good.replace('button', 'telepathy')],
    ['no language', good.replace('/bg/', '/<script>/')],
    ['a word for recorded', good.replace('/recorded/', '/maybe/')],
    ['not recorded, and nothing was shown', good.replace('/recorded/', '/unrecorded/')],
    ['not recorded, of no policy', good.replace('/recorded/', '/unrecorded.-.-/')],
    ['a hash cut short', good.replace('/recorded/', `/unrecorded.${hash.slice(1)}.-/`)],
    ['a hash made longer', good.replace('/recorded/', `/unrecorded.A${hash}.-/`)],
    ['a hash with a bit too many', good.replace('/recorded/', `/unrecorded.${hash.slice(0, -1)}t.-/`)],
    ['words of markup', good.replace('/recorded/', `/unrecorded.${hash}.<b>/`)],
    ['a subject with markup', good.replace('Zk3_x-9', 'Zk3<x>9')],
    ['an unknown decision', good.replace('=g1a2b3c4d', '=x1a2b3c4d')],
    ['a digest cut short', good.replace('5e6f7a8b', '5e6f7a8')],
    ['marks cut short', good.replace('zYxWv', 'zYxW')],
    ['marks made longer', good.replace('zYxWv', 'zYxWvU')],
    ['marks of markup', good.replace('zYxWv', '<Yx>v')],
    ['one practice twice', good.replace('ads-elsewhere', 'statistics')],
    ['the name of what every object has', good.replace('ads-elsewhere', '__proto__')],
    ['too much', `${good}&${Array.from({ length: 300 }, (_, i) => `p${i}=g1a2b3c4d`).join('&')}`],
  ])('%s', (_, value) => {
    expect(decodeChoice(good)).not.toBeNull()
    expect(decodeChoice(value)).toBeNull()
  })

  test('whatever it is, it is read without a fall', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), words(/^1\/-\/[0-9TZ:.-]{24}\/.{0,80}$/)),
        value => {
          const read = decodeChoice(value)
          if (read !== null) expect(encodeChoice(read)).toBe(value)
        },
      ),
    )
  })
})

test('what is too long for a browser to keep is written without the marks', () => {
  const choiceOn = (count: number): StandingChoice => ({
    ...CHOICE,
    decisions: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `practice-${at}`,
        { decision: 'granted', digest: '1a2b3c4d', marks: 'Ab0-_zYxWv' } as const,
      ]),
    ),
  })
  expect(decodeChoice(encodeChoice(choiceOn(120)))).toEqual(choiceOn(120))
  const long = encodeChoice(choiceOn(160))
  expect(long.length).toBeLessThanOrEqual(LONGEST_CHOICE)
  expect(decodeChoice(long)?.decisions['practice-159']).toEqual({ decision: 'granted', digest: '1a2b3c4d' })
})

test('two visitors who chose the same in the same way have the rest in common', () => {
  const another = { ...CHOICE, subject: null, at: '2026-11-23T08:00:00.000Z' }
  expect(commonPart(encodeChoice(another))).toBe(commonPart(encodeChoice(CHOICE)))
  expect(commonPart(encodeChoice(UNRECORDED))).not.toBe(commonPart(encodeChoice(CHOICE)))
  expect(commonPart('1/2')).toBeNull()
})
