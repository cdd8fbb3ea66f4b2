import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli, receipts as messages } from '../messages/index.ts'
import type { ChainHead, ReceiptStore } from '../store/index.ts'
import { withReceipts } from './open-receipts.ts'
import { reasonOf } from './reason-of.ts'
import { receiptsText, statsText, verificationText } from './receipts-text.ts'
import { createPaint, printable } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

type Action = (store: ReceiptStore, args: VerbArguments, io: Io) => Promise<ExitCode>

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function siteOption(args: VerbArguments): { readonly site?: string } {
  const site = textOption(args, 'site')
  return site === undefined ? {} : { site }
}

function timeOption(args: VerbArguments, option: 'since' | 'until', io: Io): Readonly<Record<string, string>> {
  const value = textOption(args, option)
  if (value === undefined) return {}
  const time = new Date(value)
  if (!/^\d{4}-/.test(value) || Number.isNaN(time.getTime()))
    throw new WrongUse(cli[io.language]['receipts.time-bad']({ option, value }))
  return { [option]: time.toISOString() }
}

const isHead = (head: unknown): head is ChainHead => {
  const { site, writer, length, hash } = (head ?? {}) as Readonly<Record<string, unknown>>
  return [site, writer, hash].every(part => typeof part === 'string') && Number.isSafeInteger(length)
}

async function headsOption(args: VerbArguments, io: Io): Promise<{ readonly heads?: readonly ChainHead[] }> {
  const file = textOption(args, 'heads')
  if (file === undefined) return {}
  const text = cli[io.language]
  const content = await readFile(resolve(io.cwd, file), 'utf8').catch(error => {
    throw new WrongUse(text['file-unreadable']({ file, reason: reasonOf(error) }))
  })
  try {
    const { heads } = JSON.parse(content) as { readonly heads: readonly unknown[] }
    if (heads.every(isHead)) return { heads }
  } catch {}
  throw new WrongUse(text['receipts.heads-bad']({ file }))
}

/** The one visitor that is meant. */
const subjectOf = (args: VerbArguments): string => args.positionals[1] ?? ''

async function verify(store: ReceiptStore, args: VerbArguments, io: Io): Promise<ExitCode> {
  const found = await store.verify({ ...siteOption(args), ...(await headsOption(args, io)) })
  const valid = found.faults.length === 0
  io.out(
    flag(args, 'json') ? asJson({ valid, ...found }) : verificationText(found, io.language, createPaint(io.colour)),
  )
  return valid ? 0 : 1
}

async function exportAll(store: ReceiptStore, args: VerbArguments, io: Io): Promise<ExitCode> {
  const options = { ...siteOption(args), ...timeOption(args, 'since', io), ...timeOption(args, 'until', io) }
  for await (const receipt of store.export(options)) {
    if (io.stop.aborted) return 2
    io.out(`${JSON.stringify(receipt)}\n`)
  }
  return 0
}

async function show(store: ReceiptStore, args: VerbArguments, io: Io): Promise<ExitCode> {
  const subject = subjectOf(args)
  const receipts = await store.show(subject)
  if (flag(args, 'json')) io.out(asJson(receipts))
  else if (receipts.length > 0) io.out(receiptsText(receipts, io.language, createPaint(io.colour)))
  else io.talk(`${messages[io.language]['show.none']({ subject: printable(subject) })}\n`)
  return 0
}

async function erase(store: ReceiptStore, args: VerbArguments, io: Io): Promise<ExitCode> {
  const subject = subjectOf(args)
  const erased = await store.erase(subject)
  const said = () => messages[io.language]['erase.done']({ count: erased, subject: printable(subject) })
  io.out(flag(args, 'json') ? asJson({ erased }) : `${said()}\n`)
  return 0
}

async function stats(store: ReceiptStore, args: VerbArguments, io: Io): Promise<ExitCode> {
  const counted = await store.stats(siteOption(args))
  io.out(flag(args, 'json') ? asJson(counted) : statsText(counted, io.language, createPaint(io.colour)))
  return 0
}

/** How many words each takes after its name. */
const ACTIONS: Readonly<Record<string, { readonly words: 0 | 1; readonly run: Action }>> = {
  verify: { words: 0, run: verify },
  export: { words: 0, run: exportAll },
  show: { words: 1, run: show },
  erase: { words: 1, run: erase },
  stats: { words: 0, run: stats },
}

function askedAction(args: VerbArguments, io: Io): Action {
  const text = cli[io.language]
  const [name, ...words] = args.positionals
  const actions = Object.keys(ACTIONS).join(', ')
  if (name === undefined) throw new WrongUse(text['receipts.action-missing']({ actions }))
  if (!Object.hasOwn(ACTIONS, name)) throw new WrongUse(text['receipts.action-unknown']({ action: name, actions }))
  const action = ACTIONS[name] as (typeof ACTIONS)[string]
  if (action.words > words.length || words[0] === '')
    throw new WrongUse(text['receipts.subject-missing']({ action: name }))
  const extra = words[action.words]
  if (extra !== undefined) throw new WrongUse(text['receipts.too-much']({ word: extra }))
  return action.run
}

export const verb: Verb = {
  options: {
    data: { type: 'string' },
    site: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    heads: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(args, io) {
    const action = askedAction(args, io)
    return withReceipts(args, io, store => action(store, args, io))
  },
}
