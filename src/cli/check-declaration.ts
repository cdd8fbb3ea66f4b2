import { compile, lintPolicy } from '../compile/index.ts'
import { byPlace, declare } from '../declare/index.ts'
import type { Issue, Policy } from '../model/index.ts'

/** What a declaration comes to. */
export interface Checked {
  /** Everything that is wrong with it, in its order. */
  readonly issues: readonly Issue[]
  /** Null: it could not be compiled. */
  readonly policy: Policy | null
}

/** Declares, compiles and lints. */
export function checkDeclaration(source: Uint8Array): Checked {
  const declared = declare(source)
  if (!declared.ok) return { issues: declared.issues, policy: null }
  const { declaration, locate } = declared.value
  const compiled = compile(declaration, locate)
  const lints = compiled.ok ? lintPolicy(compiled.value, locate) : []
  const issues = [...declared.issues, ...compiled.issues, ...lints].sort(byPlace)
  return { issues, policy: compiled.ok ? compiled.value : null }
}
