import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ACCESS,
  CATEGORIES,
  CHOICES,
  type Choice,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from '../../vocabulary/index.ts'
import { type CompactReading, decodeCompact, LEGAL_TOKENS, LENGTH_LIMIT, readCompactFacts } from './index.ts'

const headers = (
  JSON.parse(readFileSync(new URL('../../../test/vectors/compact-headers.json', import.meta.url), 'utf8')) as {
    header: string
  }[]
).map(({ header }) => header)

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400)

const PIECES = [
  ...LEGAL_TOKENS.keys(),
  ...['CUS', 'CUSo', 'CURa', 'FINa', 'cur', 'AMZN', '{', '}', ' ', '  ', '\t', '\r\n', ',', ';', '=', ' = ', '"', "'"],
  ...[
    '\\"',
    '&quot;',
    '“',
    '„',
    'CP',
    'CP=',
    'cp="',
    'policyref=',
    'policyref="/p"',
    'P3P:',
    'x=1',
    'ж',
    '\u0000',
    '😀',
  ],
]

const token = fc.constantFrom(...PIECES)
const glued = fc.array(token, { maxLength: 40 }).map(pieces => pieces.join(''))
const spaced = fc.array(token, { maxLength: 40 }).map(pieces => pieces.join(' '))

/** A real header with some of it cut out, doubled or replaced. */
const mutated = fc
  .tuple(fc.constantFrom(...headers), fc.array(fc.tuple(fc.nat(), fc.nat(6), token), { maxLength: 4 }))
  .map(([header, cuts]) =>
    cuts.reduce((text, [at, length, piece]) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + piece + text.slice(from + length)
    }, header),
  )

const anything = fc.oneof(mutated, glued, spaced, fc.string({ unit: 'binary', maxLength: 200 }))

const bits = (table: readonly Term[], has: (row: Term) => boolean): number =>
  table.reduce((sum, row, at) => sum | (has(row) ? 1 << at : 0), 0)

/** What the careful reader found, put as the fast one puts it. */
function factsFrom({ tokens }: CompactReading) {
  const written = (raw: string) => tokens.some(token => token.raw === raw)
  const bare = (table: readonly Term[]) => bits(table, row => written(row.token))
  const suffixed = (table: readonly Term[], choice: Choice) =>
    bits(table, ({ id }) =>
      tokens.some(({ raw, term, required }) => raw.length === 4 && term === id && required === choice),
    )
  const [always, optIn, optOut] = CHOICES
  return {
    access: bare(ACCESS),
    markers: bare(MARKERS),
    remedies: bare(REMEDIES),
    retentions: bare(RETENTIONS),
    categories: bare(CATEGORIES),
    purposesBare: bare(PURPOSES),
    purposesAlways: suffixed(PURPOSES, always),
    purposesOptIn: suffixed(PURPOSES, optIn),
    purposesOptOut: suffixed(PURPOSES, optOut),
    recipientsBare: bare(RECIPIENTS),
    recipientsAlways: suffixed(RECIPIENTS, always),
    recipientsOptIn: suffixed(RECIPIENTS, optIn),
    recipientsOptOut: suffixed(RECIPIENTS, optOut),
    customization: ['CUS', 'CUSa', 'CUSi', 'CUSo'].reduce((sum, raw, at) => sum | (written(raw) ? 1 << at : 0), 0),
    tokens: tokens.length,
    unknown: tokens.filter(({ kind }) => kind === 'unknown').length,
  }
}

test('the fast reader and the careful one find the same in any text, and neither throws', () => {
  fc.assert(
    fc.property(anything, header => {
      const reading = decodeCompact(header)
      const facts = readCompactFacts(header)
      expect(facts === null).toBe(reading.policy === null)
      if (facts !== null) expect(facts).toMatchObject(factsFrom(reading))
    }),
    { numRuns: RUNS },
  )
})

test('of a text beyond the greatest length both read the same, whatever it repeats', () => {
  for (const piece of [
    'NOI ',
    'AMZN ',
    'a ',
    '{ ',
    '} ',
    ' ',
    '=',
    '"',
    'CP ',
    'CP=',
    'cp="',
    'CP=""',
    'a="x',
    'a=“x, ',
  ]) {
    const header = piece.repeat(Math.ceil(LENGTH_LIMIT / piece.length) + 1)
    const facts = readCompactFacts(header)
    expect(facts?.tokens ?? 0).toBe(decodeCompact(header).tokens.length)
  }
})
