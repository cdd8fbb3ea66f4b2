import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PURPOSES } from '../../vocabulary/index.ts'
import { nearest } from './nearest.ts'
import { respell } from './respell.ts'

const KEYS = ['name', 'reason', 'data', 'purposes', 'recipients', 'retention']
const IDS = PURPOSES.map(({ id }) => id as string)

test.each([
  ['purpose', 'purposes'],
  ['recepients', 'recipients'],
  ['rentention', 'retention'],
  ['dtaa', 'data'],
  ['why', 'reason'],
  ['kept', 'retention'],
])('%s is probably %s', (written, meant) => {
  expect(nearest(written, KEYS)).toBe(meant)
})

test.each(['colour', 'x', '', '?!', 'ключ', 'x'.repeat(10_000)])('nobody knows what %j stands for', written => {
  expect(nearest(written, KEYS)).toBeUndefined()
})

test('a word is nearest to itself, and to itself with one letter wrong', () => {
  fc.assert(
    fc.property(fc.constantFrom(...IDS), fc.nat(30), (word, at) => {
      expect(nearest(word, IDS)).toBe(word)
      const place = at % word.length
      expect(nearest(`${word.slice(0, place)}q${word.slice(place + 1)}`, IDS)).toBe(word)
    }),
    { numRuns: 100 },
  )
})

test('a word in other letters is that word; a token is its word; nothing else is', () => {
  expect(respell('Pseudo_Analysis', IDS)).toBe('pseudo-analysis')
  expect(respell('pseudoanalysis', IDS)).toBe('pseudo-analysis')
  expect(respell('PSA', IDS)).toBe('pseudo-analysis')
  expect(respell('psa', IDS)).toBeUndefined()
  expect(respell('OUR', IDS)).toBeUndefined()
  expect(respell('---', ['', 'a'])).toBeUndefined()
})
