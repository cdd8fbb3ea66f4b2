import type { ExitCode, Io, Verb } from '../../src/cli/verb.ts'
import type { Language } from '../../src/messages/index.ts'

export interface Given {
  readonly values?: Readonly<Record<string, string | boolean>>
  /** Standard input; several pieces come one after the other. */
  readonly input?: string | readonly string[]
  readonly language?: Language
  readonly colour?: boolean
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Whether a person watches the talk. */
  readonly interactive?: boolean
  /** Hears the talk of a verb that throws, too. */
  readonly hear?: (talk: string) => void
}

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly talk: string
}

/** Runs a verb as the command line would, with what it writes kept. */
export async function runVerb(verb: Verb, words: readonly string[], given: Given = {}): Promise<Ran> {
  const { values = {}, input = '', language = 'en', colour = false, cwd = '.', env = {}, interactive = false } = given
  const pieces = (typeof input === 'string' ? [input] : input).map(piece => new TextEncoder().encode(piece))
  let out = ''
  let talk = ''
  const io: Io = {
    out: text => void (out += text),
    talk: text => {
      talk += text
      given.hear?.(text)
    },
    readAll: async () => Buffer.concat(pieces),
    stdin: async function* () {
      yield* pieces
    },
    cwd,
    env,
    language,
    colour,
    interactive,
    stop: new AbortController().signal,
  }
  const code = await verb.run({ positionals: words, values }, io)
  return { code, out, talk }
}
