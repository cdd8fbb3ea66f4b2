import type { ParseArgsConfig } from 'node:util'
import type { Language } from '../messages/index.ts'

/** 0 clean, 1 findings at or above the level asked, 2 wrong use or unreadable input, 3 could not look. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a verb has of the world: results go to `out`, talk to `talk`. */
export interface Io {
  readonly out: (text: string) => void
  readonly talk: (text: string) => void
  /** All of standard input. */
  readonly readAll: () => Promise<Uint8Array>
  /** Standard input in pieces as it comes. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The language to speak: `--lang`, else the environment's. */
  readonly language: Language
  /** Whether results go to a terminal that wants colours. */
  readonly colour: boolean
  /** Whether a person watches the talk. */
  readonly interactive: boolean
  /** Aborted on the first SIGINT or SIGTERM. */
  readonly stop: AbortSignal
}

export type VerbOptions = NonNullable<ParseArgsConfig['options']>

export interface VerbArguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

/** One word a person can run. Throws `WrongUse` for arguments that make no sense. */
export interface Verb {
  readonly options: VerbOptions
  readonly run: (args: VerbArguments, io: Io) => Promise<ExitCode>
}

/** The person's mistake: said in one sentence, exit 2. */
export class WrongUse extends Error {}

/** The option's value if it was given as text. */
export const textOption = (args: VerbArguments, name: string): string | undefined => {
  const value = args.values[name]
  return typeof value === 'string' ? value : undefined
}

export const flag = (args: VerbArguments, name: string): boolean => args.values[name] === true
