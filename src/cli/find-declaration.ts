import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { type Io, WrongUse } from './verb.ts'

/** The names a declaration has where none is given, the first that is there. */
const NAMES = ['candor.yaml', 'candor.yml', 'candor.json'] as const

/** The declaration of the folder that the command is run in. */
export async function findDeclaration({ cwd, language }: Io): Promise<string> {
  for (const name of NAMES) {
    const path = resolve(cwd, name)
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  throw new WrongUse(cli[language]['declaration-missing']({ names: NAMES.join(', ') }))
}
