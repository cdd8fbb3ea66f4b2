import { readFile } from 'node:fs/promises'
import { compile } from '../compile/index.ts'
import { declare } from '../declare/index.ts'
import { changesOf } from '../files/index.ts'
import type { Policy, Result } from '../model/index.ts'

/** A policy as it was read, with the text that it was read from. */
export type LoadedPolicy = Result<Policy> & { readonly source: Uint8Array }

/** What the file on disk came to. */
export type PolicyChange = LoadedPolicy | { readonly ok: false; readonly unreadable: NodeJS.ErrnoException }

/** Checks and compiles a declaration. */
export function readPolicy(source: Uint8Array): LoadedPolicy {
  const declared = declare(source)
  if (!declared.ok) return { ...declared, source }
  const { declaration, locate } = declared.value
  const compiled = compile(declaration, locate)
  return { ...compiled, issues: [...declared.issues, ...compiled.issues], source }
}

/** Reads, checks and compiles the file. Throws what the file system throws. */
export const loadPolicy = async (path: string): Promise<LoadedPolicy> => readPolicy(await readFile(path))

/** Tells what the file comes to, and again after each change, until the signal aborts. */
export async function watchPolicy(
  path: string,
  tell: (change: PolicyChange) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const _ of changesOf(path, signal))
    tell(await loadPolicy(path).catch((unreadable: NodeJS.ErrnoException) => ({ ok: false, unreadable })))
}
