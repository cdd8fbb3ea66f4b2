import { cli, isLanguage, type Language, negotiateLanguage, SPOKEN } from '../messages/index.ts'
import { reasonOf } from './reason-of.ts'
import type { Io } from './verb.ts'

/** What the `LC_ALL`, `LC_MESSAGES` and `LANG` of the environment ask for. */
function environmentLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return negotiateLanguage((locale.split('.')[0] ?? '').replace('_', '-'), SPOKEN)
}

function askedLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return asked !== undefined && isLanguage(asked) ? asked : environmentLanguage(env)
}

async function readAll(): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Writes to a pipe that a `head` may have closed: then there is nobody left to tell. */
function writer(stream: NodeJS.WriteStream, language: Language): (text: string) => void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (stream === process.stdout)
      process.stderr.write(`candor: ${cli[language]['out-failed']({ reason: reasonOf(error) })}\n`)
    process.exit(2)
  })
  return text => void stream.write(text)
}

/** The world as this process has it. */
export function createIo(argv: readonly string[]): Io {
  const language = askedLanguage(argv, process.env)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const colourful = process.stdout.isTTY === true && !process.env['NO_COLOR']
  return {
    out: writer(process.stdout, language),
    talk: writer(process.stderr, language),
    readAll,
    stdin: () => process.stdin,
    cwd: process.cwd(),
    env: process.env,
    language,
    colour: colourful,
    interactive: process.stderr.isTTY === true,
    stop: stop.signal,
  }
}
