import { type FSWatcher, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { compile } from '../compile/index.ts'
import { declare } from '../declare/index.ts'
import type { Policy, Result } from '../model/index.ts'

/** A policy as it was read, with the text that it was read from. */
export type LoadedPolicy = Result<Policy> & { readonly source: Uint8Array }

/** What a change of the file on disk came to. */
export type PolicyChange = LoadedPolicy | { readonly ok: false; readonly unreadable: NodeJS.ErrnoException }

/** Editors write a file in several steps; the file is read when it has been still for this long (milliseconds). */
const STILL = 60

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

/**
 * Tells of every change of the file until the signal aborts. The folder is watched, not the file:
 * editors put a new file in the old one's place.
 */
export function watchPolicy(path: string, tell: (change: PolicyChange) => void, signal: AbortSignal): void {
  const file = resolve(path)
  let timer: NodeJS.Timeout | undefined
  const read = async () => {
    try {
      tell(await loadPolicy(file))
    } catch (error) {
      tell({ ok: false, unreadable: error as NodeJS.ErrnoException })
    }
  }
  const watcher: FSWatcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => void read(), STILL)
  })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    watcher.close()
  })
}
