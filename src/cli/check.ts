import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { changesOf } from '../files/index.ts'
import { cli } from '../messages/index.ts'
import { checkDeclaration } from './check-declaration.ts'
import { checkJson } from './check-json.ts'
import { checkText } from './check-text.ts'
import { exitCodeOf, FAIL_ON_OPTION, type FailOn, failOnOption } from './fail-on.ts'
import { askedDeclaration } from './find-declaration.ts'
import { reasonOf } from './reason-of.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, flag, type Io, type Verb, WrongUse } from './verb.ts'

/** More than is read of any declaration, so that a larger one is known for what it is. */
const ENOUGH = 2 ** 20 + 1

async function readSome(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    read.push(piece)
    length += piece.length
    if (length >= ENOUGH) break
  }
  return Buffer.concat(read)
}

/** At once, not in pieces: the machinery for that takes longer to load than the file to read. */
function readFile(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(ENOUGH, fstatSync(file).size || ENOUGH))
    let length = 0
    for (let count = -1; count !== 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

async function readSource(file: string, { cwd, language, stdin }: Io): Promise<Uint8Array> {
  if (file === '-') return readSome(stdin())
  try {
    return readFile(resolve(cwd, file))
  } catch (error) {
    throw new WrongUse(cli[language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
}

/** What is done with each state of the file. */
interface Task {
  readonly file: string
  readonly json: boolean
  readonly failOn: FailOn
  readonly io: Io
}

function tell(source: Uint8Array, { file, json, failOn, io }: Task, indent = 2): ExitCode {
  const checked = checkDeclaration(source)
  const { language, colour, out } = io
  const text = process.stdout.isTTY === true ? new TextDecoder().decode(source) : undefined
  out(
    json
      ? `${JSON.stringify(checkJson(checked, file, language), null, indent)}\n`
      : checkText(checked, { file, language, paint: createPaint(colour), source: text }),
  )
  return exitCodeOf(
    checked.issues.map(({ severity }) => severity),
    failOn,
  )
}

/** Checks now and at every change; a file that cannot be read is waited for. */
async function watch(task: Task): Promise<ExitCode> {
  const { file, io } = task
  let before: Uint8Array | undefined
  io.talk(`${cli[io.language]['check.watching']({ file })}\n`)
  for await (const _ of changesOf(resolve(io.cwd, file), io.stop)) {
    try {
      const source = await readSource(file, io)
      if (before === undefined || Buffer.compare(before, source) !== 0) tell(source, task, 0)
      before = source
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error
      before = undefined
      io.talk(`${error.message}\n`)
    }
  }
  return 0
}

export const verb: Verb = {
  options: { json: { type: 'boolean' }, watch: { type: 'boolean', short: 'w' }, ...FAIL_ON_OPTION },
  run: async (args, io) => {
    const file = await askedDeclaration(args, io)
    const task = { file, json: flag(args, 'json'), failOn: failOnOption(args, io), io }
    if (!flag(args, 'watch')) return tell(await readSource(file, io), task)
    if (file === '-') throw new WrongUse(cli[io.language]['check.watch-stdin'])
    return watch(task)
  },
}
