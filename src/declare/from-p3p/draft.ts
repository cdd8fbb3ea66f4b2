import type { Language } from '../../messages/index.ts'
import { draft as messages } from '../../messages/index.ts'
import { type Issue, issue } from '../../model/index.ts'

/** What may stand in a drafted declaration. A text that begins with `?` is a question. */
export type DraftValue = string | number | boolean | readonly DraftValue[] | DraftTable
export interface DraftTable {
  readonly [key: string]: DraftValue
}

/** A remark for the person who finishes the draft, above the key at the end of the path. */
export interface DraftNote {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/** A declaration made from what was found elsewhere. */
export interface Draft {
  readonly declaration: DraftTable
  readonly notes: readonly DraftNote[]
  /** What could not be taken over. */
  readonly issues: readonly Issue[]
}

type Questions = (typeof messages)['en']
type QuestionKey = Extract<keyof Questions, `ask.${string}`>

/** The table without what is undefined. */
export const table = (entries: Readonly<Record<string, DraftValue | undefined>>): DraftTable =>
  Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, DraftValue] => entry[1] !== undefined))

/** White space is the file's way of breaking lines; a leading `?` would make a question of an answer. */
export const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[?\s]+/, '')

/** A list, or its only entry. */
export const oneOrMany = (values: readonly string[]): DraftValue => (values.length === 1 ? (values[0] ?? '') : values)

/** A draft in the making: what it asks, what it lost. */
export class Drafting {
  readonly issues: Issue[] = []
  readonly notes: DraftNote[] = []
  readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  /** A question in the reader's language, in the place of an answer. */
  ask(key: QuestionKey, args: Readonly<Record<string, string>> = {}): string {
    const message: unknown = messages[this.language][key]
    return `? ${typeof message === 'function' ? message(args) : message}`
  }

  note(path: DraftNote['path'], text: string) {
    this.notes.push({ path, text })
  }

  /** Tells of something that a declaration has no place for, once. */
  lose(what: string, name: string, path: Issue['path'] = []) {
    const told = this.issues.some(({ code, data }) => code === 'import-lost' && 'name' in data && data.name === name)
    if (!told) this.issues.push(issue('import-lost', { what, name }, { path }))
  }
}
