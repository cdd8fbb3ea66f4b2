import { nearest } from '../declare/index.ts'
import { cli, isLanguage, type Language, SPOKEN } from '../messages/index.ts'
import { createIo } from './process-io.ts'
import { readArguments, splitCommand } from './read-arguments.ts'
import {
  type ExitCode,
  flag,
  type Io,
  textOption,
  type Verb,
  type VerbArguments,
  type VerbOptions,
  WrongUse,
} from './verb.ts'
import { VERBS, type VerbName } from './verbs.ts'

const isVerb = (name: string): name is VerbName => Object.hasOwn(VERBS, name)

/** The words by the options; a language that is not spoken is told, whatever is run. */
function argumentsOf(options: VerbOptions, words: readonly string[], { language }: Io): VerbArguments {
  const args = readArguments(options, words, language)
  const lang = textOption(args, 'lang')
  if (lang !== undefined && !isLanguage(lang))
    throw new WrongUse(cli[language]['language-unknown']({ lang, spoken: SPOKEN.join(', ') }))
  return args
}

/** Every verb with what it does. */
function overview(language: Language): string {
  const text = cli[language]
  const verbs = (Object.keys(VERBS) as VerbName[]).map(name => `  ${name.padEnd(10)}${text[`about.${name}`]}`)
  return [text.help, verbs.join('\n'), text['help.more']].join('\n\n')
}

function refuseVerb(verb: string, { language }: Io): never {
  const meant = nearest(verb, Object.keys(VERBS)) ?? 'none'
  throw new WrongUse(cli[language]['verb-unknown']({ verb, nearest: meant }))
}

/** `candor help`, and `candor` alone: all verbs, or the one that is named. */
function tellHelp(words: readonly string[], io: Io): ExitCode {
  const [about] = argumentsOf({}, words, io).positionals
  if (about !== undefined && !isVerb(about)) return refuseVerb(about, io)
  io.out(`${about === undefined ? overview(io.language) : cli[io.language][`help.${about}`]}\n`)
  return 0
}

async function runVerb(name: VerbName, words: readonly string[], io: Io): Promise<ExitCode> {
  const { verb }: { verb: Verb } = await VERBS[name]()
  const args = argumentsOf(verb.options, words, io)
  return flag(args, 'help') ? tellHelp([name], io) : verb.run(args, io)
}

/** What went wrong: the person's mistake, or what nobody foresaw. */
function tellFailure(error: unknown, verb: string, { env, language, talk }: Io): ExitCode {
  const text = cli[language]
  const known = isVerb(verb)
  const who = known ? `candor ${verb}` : 'candor'
  if (error instanceof WrongUse) {
    talk(`${who}: ${error.message}\n${known ? `${text['see-help']({ verb })}\n` : ''}`)
    return 2
  }
  if (env['CANDOR_TRACE']) throw error
  talk(`${who}: ${text.fault({ what: error instanceof Error ? error.message : String(error) })}\n`)
  return 2
}

/** Runs the command line; the process ends with the code it gives. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const io = createIo(argv)
  const { verb, words } = splitCommand(argv)
  try {
    if (verb === '' || verb === 'help') return tellHelp(words, io)
    return isVerb(verb) ? await runVerb(verb, words, io) : refuseVerb(verb, io)
  } catch (error) {
    return tellFailure(error, verb, io)
  }
}
