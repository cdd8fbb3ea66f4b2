import { expect, test } from 'vitest'
import type { LevelAction, LevelCells } from './level-report.ts'
import { mendedPlaces } from './mended-places.ts'

const cell = (action: LevelAction) => ({ action, reason: 'no-opt-out', rule: 'level-no-opt-out' }) as const
const cells = (...[a, b, c, d]: [LevelAction, LevelAction, LevelAction, LevelAction]): LevelCells => ({
  'first-party': { persistent: cell(a), session: cell(b) },
  'third-party': { persistent: cell(c), session: cell(d) },
})
const LEVELS = {
  low: cells('accept', 'accept', 'downgrade', 'accept'),
  medium: cells('downgrade', 'accept', 'reject', 'reject'),
  high: cells('reject', 'reject', 'reject', 'reject'),
}

test('a level of which everything refused is mended is named alone', () => {
  const mends = [
    'low/third-party/persistent',
    'medium/first-party/persistent',
    'medium/third-party/persistent',
    'medium/third-party/session',
  ]
  expect(mendedPlaces(LEVELS, mends)).toEqual([
    { level: 'low', party: null, lifetime: null },
    { level: 'medium', party: null, lifetime: null },
  ])
})

test('else a party as a whole, else the cell', () => {
  const mends = ['medium/third-party/session', 'high/first-party/persistent', 'high/first-party/session']
  expect(mendedPlaces(LEVELS, mends)).toEqual([
    { level: 'medium', party: 'third-party', lifetime: 'session' },
    { level: 'high', party: 'first-party', lifetime: null },
  ])
})
