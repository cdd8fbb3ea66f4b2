import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { reasonOf } from './reason-of.ts'
import { type Io, WrongUse } from './verb.ts'
import { writeBeside } from './write-beside.ts'

/** Writes a file that a person named; it is their mistake if it cannot be written. */
export async function writeNamed(file: string, content: string, { cwd, language }: Io): Promise<void> {
  try {
    await writeBeside(resolve(cwd, file), content)
  } catch (error) {
    throw new WrongUse(cli[language]['file-unwritable']({ file, reason: reasonOf(error) }))
  }
}
