import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGE, rulesPage } from '../scripts/rules-doc.ts'

test('docs/rules.md shows the rules as they are (npx tsx scripts/rules-doc.ts writes it)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage())
})
