import type { ScriptPlace } from '../../model/index.ts'
import { type RecordedWrite, WRITE_KINDS } from '../collect/page-record.ts'
import { PART } from './hook-script.ts'

/** Calls of our own at the head of the stack. */
const OWN_CALLS = 3

/**
 * The first script of the page's own on the stack; both engines write `ADDRESS:LINE:COLUMN`. Firefox gives our script
 * the page's address, and writes no first line about the error.
 */
function scriptPlace(stack: string): ScriptPlace | null {
  const calls = /^\w*Error/.test(stack) ? stack : stack.split('\n').slice(OWN_CALLS).join('\n')
  const [, url, line, column] = /((?:https?|blob:https?):\/\/[^\s()]*?):(\d+):(\d+)/.exec(calls) ?? []
  return url === undefined ? null : { url, line: Number(line), column: Number(column) }
}

export type HeardWrite = Pick<RecordedWrite, 'kind' | 'text' | 'taken' | 'place'>

/** What the script in the page said; a word for what else it noticed. */
export function heardWrite(said: string): HeardWrite | 'more' | 'closed-root' | null {
  const [kind = '', text = '', taken, ...stack] = said.split(PART)
  if (kind === 'more' || kind === 'closed-root') return kind
  const known = WRITE_KINDS.find(name => name === kind)
  return known === undefined ? null : { kind: known, text, taken: taken === '1', place: scriptPlace(stack.join(' ')) }
}
