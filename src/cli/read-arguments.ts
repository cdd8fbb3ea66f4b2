import { parseArgs } from 'node:util'
import { nearest } from '../declare/index.ts'
import { cli, type Language } from '../messages/index.ts'
import { type VerbArguments, type VerbOptions, WrongUse } from './verb.ts'

/** What every verb takes. */
export const COMMON_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const satisfies VerbOptions

/** What was written for one option. */
interface Written {
  readonly name: string
  /** With its hyphens. */
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

/** One near in letters, or one that is the beginning of it, or the other way round: `--language` for `--lang`. */
const meantBy = (name: string, known: readonly string[]): string | undefined =>
  nearest(name, known) ?? known.find(word => name.startsWith(word) || word.startsWith(name))

/** What is wrong with it; null: nothing. */
function flawOf({ name, rawName, value, inlineValue }: Written, known: VerbOptions, language: Language): string | null {
  const text = cli[language]
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (option === undefined) {
    const meant = meantBy(name, Object.keys(known))
    return text['option-unknown']({ option: rawName, nearest: meant === undefined ? 'none' : `--${meant}` })
  }
  if (option.type === 'boolean') return value === undefined ? null : text['option-takes-nothing']({ option: rawName })
  if (value === undefined) return text['option-wants-value']({ option: rawName })
  // Whether the next word is a value or another option, only the person knows.
  const isOption = inlineValue !== true && value.length > 1 && value.startsWith('-')
  return isOption ? text['option-value-doubtful']({ option: rawName, value }) : null
}

/** The words after the verb, by its options; the first that makes no sense is told. */
export function readArguments(options: VerbOptions, words: readonly string[], language: Language): VerbArguments {
  const known: VerbOptions = { ...COMMON_OPTIONS, ...options }
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: known,
    allowPositionals: true,
    // It would tell what is wrong in English, and about itself.
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    const flaw = token.kind === 'option' ? flawOf(token, known, language) : null
    if (flaw !== null) throw new WrongUse(flaw)
  }
  return { values, positionals }
}

/** The command line in its parts; options may also stand before the verb. */
export function splitCommand(argv: readonly string[]): { readonly verb: string; readonly words: readonly string[] } {
  const at = argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--lang')
  return at < 0 ? { verb: '', words: argv } : { verb: argv[at] ?? '', words: argv.filter((_, index) => index !== at) }
}
