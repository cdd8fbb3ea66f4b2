import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { reasonOf } from './reason-of.ts'
import { type Io, WrongUse } from './verb.ts'

/** A file that a person named, or standard input; it is their mistake if it cannot be read. */
export async function readInput(file: string, { cwd, language, readAll }: Io): Promise<Uint8Array> {
  if (file === '-') return readAll()
  try {
    return await readFile(resolve(cwd, file))
  } catch (error) {
    throw new WrongUse(cli[language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
}
