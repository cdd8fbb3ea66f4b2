import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import type { Result } from '../model/index.ts'
import { formatIssues } from './issue-list.ts'
import { reasonOf } from './reason-of.ts'
import { createPaint } from './terminal.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

/** A file that an option names, as what it holds; nothing if it is not given. */
export async function fileOption<T>(
  args: VerbArguments,
  name: string,
  { read, io }: { readonly read: (text: string) => Result<T>; readonly io: Io },
): Promise<T | undefined> {
  const file = textOption(args, name)
  if (file === undefined) return undefined
  let text: string
  try {
    text = await readFile(resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new WrongUse(cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
  const found = read(text)
  if (found.ok) return found.value
  io.talk(formatIssues(found.issues, io.language, createPaint(io.colour)))
  throw new WrongUse(cli[io.language]['observe.file-bad']({ file }))
}
