import { parseArgs } from 'node:util'
import { cli, isLanguage, type Language, negotiateLanguage } from '../messages/index.ts'
import { type ExitCode, type Io, type Verb, WrongUse } from './verb.ts'
import { VERBS, type VerbName } from './verbs.ts'

const COMMON = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const

const isVerb = (name: string): name is VerbName => Object.hasOwn(VERBS, name)

/** What the `LC_ALL`, `LC_MESSAGES` and `LANG` of the environment ask for. */
function environmentLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return negotiateLanguage((locale.split('.')[0] ?? '').replace('_', '-'), ['en', 'bg'])
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
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return text => void stream.write(text)
}

function createIo(language: Language): Io {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const colourful = process.stdout.isTTY === true && !process.env['NO_COLOR']
  return {
    out: writer(process.stdout),
    talk: writer(process.stderr),
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

/** The words after the verb, by the verb's options; wrong ones are told, not thrown. */
function readArguments(verb: Verb, words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...COMMON, ...verb.options },
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Record<string, string | boolean | (string | boolean)[] | undefined>, positionals }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

async function runVerb(name: VerbName, words: readonly string[], io: Io): Promise<ExitCode> {
  const { verb }: { verb: Verb } = await VERBS[name]()
  const args = readArguments(verb, words)
  if (args.values['help'] === true) {
    io.out(`${cli[io.language][`help.${name}`]}\n`)
    return 0
  }
  const lang = args.values['lang']
  if (typeof lang === 'string' && !isLanguage(lang)) throw new WrongUse(cli[io.language]['language-unknown']({ lang }))
  return verb.run(args, io)
}

/** Every verb with what it does. */
function overview(language: Language): string {
  const text = cli[language]
  const verbs = (Object.keys(VERBS) as VerbName[]).map(name => `  ${name.padEnd(10)}${text[`about.${name}`]}`)
  return [text.help, verbs.join('\n'), text['help.more']].join('\n\n')
}

/** Runs the command line; the process ends with the code it gives. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const language = askedLanguage(argv, process.env)
  const text = cli[language]
  const io = createIo(language)
  const [name = '', ...words] = argv
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    const [about = ''] = words
    io.out(`${isVerb(about) ? text[`help.${about}`] : overview(language)}\n`)
    return 0
  }
  if (!isVerb(name)) {
    io.talk(`candor: ${text['verb-unknown']({ verb: name })}\n`)
    return 2
  }
  try {
    return await runVerb(name, words, io)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    io.talk(`candor ${name}: ${error.message}\n${text['see-help']({ verb: name })}\n`)
    return 2
  }
}
