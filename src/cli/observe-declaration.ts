import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { compile, type Locate } from '../compile/index.ts'
import { declare } from '../declare/index.ts'
import { cli } from '../messages/index.ts'
import type { Issue, Policy } from '../model/index.ts'
import { lookForDeclaration } from './find-declaration.ts'
import { reasonOf } from './reason-of.ts'
import { type FaultyFile, tellFaults } from './tell-faults.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

/** What a site is compared with. */
export interface DeclaredPolicy {
  /** As the person would name it. */
  readonly file: string
  readonly policy: Policy
  readonly locate: Locate
}

function refuse(faulty: FaultyFile, issues: readonly Issue[], io: Io): never {
  tellFaults(issues, faulty, io)
  throw new WrongUse(cli[io.language]['observe.declaration-bad']({ file: faulty.file }))
}

/** The declaration asked for, else that of the folder; null where there is none. */
export async function declaredPolicy(args: VerbArguments, io: Io): Promise<DeclaredPolicy | null> {
  const asked = textOption(args, 'declaration')
  const path = asked === undefined ? await lookForDeclaration(io) : resolve(io.cwd, asked)
  if (path === null) return null
  const file = asked ?? relative(io.cwd, path)
  let source: Uint8Array
  try {
    source = await readFile(path)
  } catch (error) {
    throw new WrongUse(cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) }))
  }
  const declared = declare(source)
  if (!declared.ok) return refuse({ file, source }, declared.issues, io)
  const { declaration, locate } = declared.value
  const compiled = compile(declaration, locate)
  return compiled.ok ? { file, policy: compiled.value, locate } : refuse({ file, source }, compiled.issues, io)
}
