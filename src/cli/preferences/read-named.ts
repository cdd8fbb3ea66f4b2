import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { cli } from '../../messages/index.ts'
import { nearestWord } from '../../model/index.ts'
import { readInput } from '../read-input.ts'
import { type Io, WrongUse } from '../verb.ts'

/** A file's name has a dot or a slash in it; a single word that is no file was meant as one of those that are known. */
const isWord = (name: string): boolean => /^[\w-]*\w[\w-]*$/.test(name)

/** The file that is named where one of the names that are known could stand. */
export async function readNamed(name: string, known: readonly string[], io: Io): Promise<Uint8Array> {
  if (!isWord(name) || existsSync(resolve(io.cwd, name))) return readInput(name, io)
  const nearest = nearestWord(name, known) ?? 'none'
  throw new WrongUse(cli[io.language]['preferences.name-unknown']({ name, nearest, known: known.join(', ') }))
}
