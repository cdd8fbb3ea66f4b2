import { expect, test } from 'vitest'
import { choiceAt } from '../../../test/support/choices.ts'
import { eventually } from '../../../test/support/eventually.ts'
import type { Receipt } from '../../model/index.ts'
import { Writer } from '../writer.ts'
import { ApplyBehind } from './apply-behind.ts'

const writer = new Writer()
const some = (count: number): Receipt[] => Array.from({ length: count }, () => writer.link(choiceAt('shop.example')))

/** A database that keeps what it is given, fails as often as it is told to, and notes whether some may be there already. */
function database(failures = 0) {
  const kept: Receipt[] = []
  const again: boolean[] = []
  const behind = new ApplyBehind(async (receipts, mayBeThere) => {
    again.push(mayBeThere)
    if (failures-- > 0) throw new Error('the database failed')
    kept.push(...receipts)
  })
  return { kept, again, behind }
}

test('receipts reach the database a little later by themselves, many at a time, in their order', async () => {
  const { kept, again, behind } = database()
  const receipts = some(600)
  for (const receipt of receipts) await behind.add([receipt])
  await eventually(() => expect(kept).toEqual(receipts))
  expect(again.length).toBeLessThan(10)
})

test('who reads waits for what was added before', async () => {
  const { kept, behind } = database()
  await behind.add(some(3))
  expect(kept).toHaveLength(0)
  await behind.settle()
  expect(kept).toHaveLength(3)
})

test('what the database refused comes first when it is there again, with no gap, and may be there already', async () => {
  const { kept, again, behind } = database(1)
  const receipts = some(5)
  await behind.add(receipts.slice(0, 2))
  await expect(behind.settle()).rejects.toThrow('the database failed')
  await behind.add(receipts.slice(2))
  await behind.settle()
  expect(kept).toEqual(receipts)
  expect(again).toEqual([false, true])
})

test('what the database refused is tried again without anybody asking', async () => {
  const { kept, behind } = database(1)
  await behind.add(some(1))
  await eventually(() => expect(kept).toHaveLength(1))
})

test('the journal gets only so far ahead of a database that fails', async () => {
  const { behind } = database(Number.POSITIVE_INFINITY)
  await behind.add(some(2500))
  await expect(behind.add(some(1))).rejects.toThrow('the database failed')
})
