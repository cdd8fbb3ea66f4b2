import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cover } from './cover.ts'

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 })
const dimensionsOf = (counts: readonly number[]) =>
  Object.fromEntries(counts.map((count, at) => [`d${at}`, Array.from({ length: count }, (_, value) => value)]))

test('every pair of values of any two dimensions occurs', () => {
  fc.assert(
    fc.property(sizes, counts => {
      const rows = cover(dimensionsOf(counts))
      for (let a = 0; a < counts.length; a++)
        for (let b = a + 1; b < counts.length; b++) {
          const pairs = new Set(rows.map(row => `${row[`d${a}`]} ${row[`d${b}`]}`))
          expect(pairs.size).toBe((counts[a] ?? 0) * (counts[b] ?? 0))
        }
    }),
    { numRuns: 60 },
  )
})

test('dimensions named together occur in every combination', () => {
  const rows = cover({ a: [0, 1, 2], b: [0, 1], c: [0, 1], d: [0, 1, 2, 3] }, [['a', 'b', 'c']])
  expect(new Set(rows.map(({ a, b, c }) => `${a}${b}${c}`)).size).toBe(12)
})

test('far fewer rows are taken than there are combinations, and always the same', () => {
  const dimensions = { a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [0, 1, 2, 3], d: [0, 1, 2, 3] }
  const rows = cover(dimensions)
  expect(rows.length).toBeLessThan(32)
  expect(cover(dimensions)).toEqual(rows)
})
