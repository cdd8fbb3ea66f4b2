import { decodeCompact } from '../../../codec/compact/index.ts'
import type { Repair } from '../../../model/index.ts'

const LETTERS = { 'opt-in': 'i', 'opt-out': 'o' } as const

/** The policy with a repair done: its tokens in their order, unknown ones too, as a bare list. */
export function applyRepair(header: string, { change }: Repair): string {
  const words = decodeCompact(header).tokens.flatMap(({ raw }) => {
    const what = change[raw.slice(0, 3)]
    if (what === undefined || what === 'add' || raw.length > 4) return [raw]
    return what === 'drop' ? [] : [raw.slice(0, 3) + LETTERS[what]]
  })
  const added = Object.keys(change).filter(token => change[token] === 'add')
  return [...new Set([...words, ...added])].join(' ')
}
