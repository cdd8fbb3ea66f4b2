import type { Duration, Policy, Practice } from '../../model/index.ts'
import type { PurposeId } from '../../vocabulary/index.ts'

/** A cookie, or an entry of other storage: what stays on the visitor's device. */
export interface Kept {
  readonly kind: 'cookie' | 'storage'
  readonly name: string
  readonly path: readonly (string | number)[]
  /** Null: until somebody removes it. */
  readonly lifetime: Duration | 'session' | null
  readonly practice: Practice
  readonly uses: readonly PurposeId[] | null
}

export function keptOf({ practices, cookies, storage }: Policy): readonly Kept[] {
  const byId = new Map(practices.map(practice => [practice.id, practice]))
  const entries = [
    ...cookies.map((entry, at) => ({ ...entry, kind: 'cookie' as const, path: ['cookies', at] })),
    ...storage.map((entry, at) => ({ ...entry, kind: 'storage' as const, path: ['storage', at], name: entry.key })),
  ]
  return entries.flatMap(({ kind, name, path, lifetime, uses, practice: id }) => {
    const practice = byId.get(id)
    return practice === undefined ? [] : [{ kind, name, path, lifetime, practice, uses }]
  })
}
