import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPattern } from './match-pattern.ts'

describe('a star stands for any characters, also none', () => {
  test.each([
    ['_ga', '_ga', true],
    ['_ga', '_ga_', false],
    ['_ga*', '_ga', true],
    ['_ga_*', '_ga', false],
    ['*_id', 'visitor_id', true],
    ['*_id', 'visitor_id2', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['**', 'anything', true],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (pattern, text, fits) => {
    expect(matchPattern(pattern, text)).toBe(fits)
  })
})

test('it finds what a regular expression finds', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
  fc.assert(
    fc.property(piece, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }), (pattern, text) => {
      expect(matchPattern(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text))
    }),
    { numRuns: 500 },
  )
})

test('a hostile pattern over a long name is answered', () => {
  expect(matchPattern(`${'a*'.repeat(100)}b`, 'a'.repeat(100_000))).toBe(false)
})
