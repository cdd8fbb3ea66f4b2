import { describe, expect, test } from 'vitest'
import { choiceAt } from '../../test/support/choices.ts'
import type { Receipt } from '../model/index.ts'
import { type Chain, ChainCheck, type ChainHead } from './chain-check.ts'
import { receiptHash } from './seal.ts'
import { Writer } from './writer.ts'

const writer = new Writer()
const receipts = Array.from({ length: 6 }, () => writer.link(choiceAt('shop.example')))
const at = (sequence: number): Receipt => receipts[sequence - 1] as Receipt
const CHAIN: Chain = {
  site: 'shop.example',
  writer: writer.name,
  length: 6,
  hash: at(6).hash,
  pruned: 0,
  prunedHash: null,
}

/** One who knows how the hashes are made takes a new one. */
const rehashed = (receipt: Receipt): Receipt => ({ ...receipt, hash: receiptHash(receipt) })

function faultsOf(
  taken: readonly Receipt[],
  { chain = {}, earlier }: { chain?: Partial<Chain>; earlier?: ChainHead } = {},
) {
  const check = new ChainCheck({ ...CHAIN, ...chain }, earlier)
  for (const receipt of taken) check.take(receipt)
  return check.end().map(({ kind, sequence, through }) => [kind, sequence, through])
}

const replacing = (...changed: readonly Receipt[]) =>
  receipts.map(receipt => changed.find(({ sequence }) => sequence === receipt.sequence) ?? receipt)

describe('a chain', () => {
  test('that is whole has no fault, from its beginning or from where it was pruned', () => {
    expect(faultsOf(receipts)).toEqual([])
    expect(faultsOf(receipts.slice(2), { chain: { pruned: 2, prunedHash: at(2).hash } })).toEqual([])
  })

  test('shows one that was changed and hashed anew at the one that follows it', () => {
    expect(faultsOf(replacing(rehashed({ ...at(3), language: 'en' })))).toEqual([['misplaced', 4, 4]])
  })

  test('shows one that was changed and hashed anew at its very end by its head', () => {
    expect(faultsOf(replacing(rehashed({ ...at(6), language: 'en' })))).toEqual([['end-differs', 6, 6]])
  })

  test('shows two that changed places and were numbered and hashed anew', () => {
    const swapped = [rehashed({ ...at(4), sequence: 3 }), rehashed({ ...at(3), sequence: 4 })]
    expect(faultsOf(replacing(...swapped))).toEqual([
      ['misplaced', 3, 3],
      ['misplaced', 4, 4],
      ['misplaced', 5, 5],
    ])
  })

  test('shows two that come to one place', () => {
    expect(faultsOf([...receipts.slice(0, 3), at(3), ...receipts.slice(3)])).toEqual([['inserted', 3, 3]])
  })

  test('shows several gaps, each with its ends', () => {
    expect(faultsOf([at(2), at(5)])).toEqual([
      ['missing', 1, 1],
      ['missing', 3, 4],
      ['missing', 6, 6],
    ])
  })

  test('shows a wrong beginning after pruning', () => {
    expect(faultsOf(receipts.slice(2), { chain: { pruned: 2, prunedHash: at(1).hash } })).toEqual([['misplaced', 3, 3]])
  })

  test('that was rewritten whole is shown by the head of an earlier time', () => {
    const forger = new Writer()
    const forged = Array.from({ length: 6 }, () => ({ ...forger.link(choiceAt('shop.example')), writer: writer.name }))
    const linked: Receipt[] = []
    for (const one of forged) linked.push(rehashed({ ...one, previous: linked.at(-1)?.hash ?? null }))
    const chain = { hash: linked[5]?.hash ?? '' }
    expect(faultsOf(linked, { chain })).toEqual([])
    expect(faultsOf(linked, { chain, earlier: { ...CHAIN, length: 4, hash: at(4).hash } })).toEqual([
      ['rewritten', 4, 4],
    ])
  })

  test('that was shortened is shown by the head of an earlier time', () => {
    const chain = { length: 4, hash: at(4).hash }
    expect(faultsOf(receipts.slice(0, 4), { chain })).toEqual([])
    expect(faultsOf(receipts.slice(0, 4), { chain, earlier: CHAIN })).toEqual([['missing', 5, 6]])
  })
})
