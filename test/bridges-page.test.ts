import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bridgesPage, PAGE, shares } from '../scripts/bridges-doc.ts'

test('docs/bridges.md shows the tables as they are (npx tsx scripts/bridges-doc.ts writes it)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(bridgesPage())
})

test('the share of P3P that has a counterpart today', () => {
  for (const line of shares()) console.info(line)
  expect(shares()).toHaveLength(2)
})
