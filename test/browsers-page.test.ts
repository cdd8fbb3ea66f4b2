import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { browsersPage, PAGE, readRecord } from '../scripts/browsers-doc.ts'
import { checkRecord } from '../src/lab/index.ts'

test('docs/browsers.md shows what the last run of the lab saw (npx tsx scripts/browsers-doc.ts writes it)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(browsersPage(readRecord()))
})

test('the judge says of every recorded case what the real browsers did', () => {
  const checked = checkRecord(readRecord())
  expect(checked.length).toBeGreaterThan(5000)
  expect(checked.filter(({ agreement }) => agreement === 'differs')).toEqual([])
})
