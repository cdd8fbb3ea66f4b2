import { access } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { type Io, type VerbArguments, WrongUse } from './verb.ts'

/** The names a declaration has where none is given, the first that is there. */
const NAMES = ['candor.yaml', 'candor.yml', 'candor.json'] as const

/** The declaration of the folder that the command is run in, if there is one. */
export async function lookForDeclaration({ cwd }: Io): Promise<string | null> {
  for (const name of NAMES) {
    const path = resolve(cwd, name)
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

/** The declaration of the folder that the command is run in. */
async function findDeclaration(io: Io): Promise<string> {
  const path = await lookForDeclaration(io)
  if (path === null) throw new WrongUse(cli[io.language]['declaration-missing']({ names: NAMES.join(', ') }))
  return path
}

/** The declaration that is named, as it is named; else that of the folder. */
export async function askedDeclaration({ positionals }: VerbArguments, io: Io): Promise<string> {
  const [asked, other] = positionals
  if (other !== undefined) throw new WrongUse(cli[io.language]['word-too-many']({ word: other }))
  return asked ?? relative(io.cwd, await findDeclaration(io))
}
