import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { LANGUAGES } from '../../messages/index.ts'
import { CHOICES } from '../../vocabulary/index.ts'
import { LABEL_COLUMNS, LABEL_ROWS, worstChoice } from './grid.ts'
import { type Label, label } from './label.ts'

const FULL_POLICY = policyOf(FULL)

const cells = ({ rows }: Label, id: string) => rows.find(row => row.id === id)?.cells

test('the worst of several uses shows: always, then opt-out, then opt-in', () => {
  expect(worstChoice(['opt-in', 'opt-out', 'always'])).toBe('always')
  expect(worstChoice(['opt-in', 'opt-out'])).toBe('opt-out')
  expect(worstChoice(['opt-in'])).toBe('opt-in')
  expect(worstChoice([])).toBeNull()
})

test('each cell tells what is done with that kind of data in that way', () => {
  const made = label(FULL_POLICY, 'en')
  expect(made.columns.map(({ id }) => id)).toEqual([
    'service',
    'marketing',
    'telemarketing',
    'profiling',
    'companies',
    'public',
  ])
  expect(cells(made, 'contact')).toEqual(['always', 'opt-in', 'opt-out', null, 'opt-out', null])
  expect(cells(made, 'activity')).toEqual(['always', null, null, 'opt-out', null, null])
  expect(cells(made, 'health')).toEqual([null, null, null, null, null, null])
})

test('a practice with cookies has cookie data, even where its data do not name them', () => {
  const { cookies, ...rest } = FULL_POLICY
  expect(cells(label(FULL_POLICY, 'en'), 'cookies')?.[1]).toBe('opt-in')
  expect(cells(label({ ...rest, cookies: [] }, 'en'), 'cookies')?.[1]).toBeNull()
})

test('what the grid has no cell for is said below it', () => {
  const { notes, unused } = label(FULL_POLICY, 'en')
  expect(notes).toEqual([
    'Delivery firms get: contact data, cookies and identifiers, demographic data and purchases.',
    'Further uses: to keep the books.',
  ])
  expect(unused).toBe(
    'Not collected: financial data, health data, preferences, government identifiers and your location.',
  )
})

describe.each(LANGUAGES)('in %s', language => {
  test('whatever the policy, the rows and columns are the same and every cell is a choice or nothing', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, declaration => {
        const made = label(policyOf(declaration), language)
        expect(made.rows.map(({ id }) => id)).toEqual(LABEL_ROWS.map(({ id }) => id))
        for (const row of made.rows) {
          expect(row.cells).toHaveLength(LABEL_COLUMNS.length)
          for (const cell of row.cells) expect([null, ...CHOICES]).toContain(cell)
          if (!row.collected) expect(row.cells.every(cell => cell === null)).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})
