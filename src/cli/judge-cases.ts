import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { type CaseFlaw, isCaseFlaw, readCookieCase } from '../judge/cookies/index.ts'
import { findAgent } from '../judge/index.ts'
import { cli, type Language, sayRule } from '../messages/index.ts'
import { readLines } from './lines.ts'
import { reasonOf } from './reason-of.ts'
import { type ExitCode, type Io, WrongUse } from './verb.ts'

/** A case is read whole; longer lines are none. */
const LONGEST = 1 << 20
/** Answers go out in pieces of about this many characters. */
const PIECE = 1 << 16

interface Failure {
  readonly id: string | null
  readonly error: string
}

const failure = (value: unknown, error: string): Failure => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return { id: typeof id === 'string' ? id : null, error }
}

const sayFlaw = ({ path, wanted }: CaseFlaw, language: Language): string =>
  cli[language]['cases.flaw']({ path: path === '' ? 'none' : path, wanted })

/** The answer to one line; an `error` in place of it where the line is no case. */
function answerLine(line: string, language: Language): object | Failure {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return failure(null, cli[language]['cases.no-json'])
  }
  const asked = readCookieCase(value)
  if (isCaseFlaw(asked)) return failure(value, sayFlaw(asked, language))
  const agent = findAgent(asked.agent)
  if (agent === null) return failure(value, cli[language]['cases.agent-unknown']({ agent: asked.agent }))
  const { rule, data, ...answer } = agent.judge(asked)
  return { ...answer, rule, because: sayRule(rule, data, language) }
}

/** The file's bytes, or those of standard input; a file that cannot be read is told. */
async function* bytesOf(file: string, io: Io): AsyncIterable<Uint8Array> {
  if (file === '-') return yield* io.stdin()
  try {
    yield* createReadStream(resolve(io.cwd, file))
  } catch (error) {
    throw new WrongUse(cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
}

/** `judge --cases`: one case a line in, one answer a line out, in order. */
export async function judgeCases(file: string, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  let piece = ''
  for await (const line of readLines(bytesOf(file, io), LONGEST)) {
    if (line.trim() === '') continue
    const answer = answerLine(line, io.language)
    if ('error' in answer) code = 1
    piece += `${JSON.stringify(answer)}\n`
    if (piece.length < PIECE) continue
    io.out(piece)
    piece = ''
    if (io.stop.aborted) break
  }
  io.out(piece)
  return code
}
