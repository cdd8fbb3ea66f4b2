/** How often each set of cookies was taken back already, in a cookie of the visitor's: servers need not remember it. */
export interface LeavingNote {
  readonly tries: number
  /** True: they survived all tries; for now there are no more. */
  readonly over: boolean
}

/** After this the tries begin anew. */
const HOUR = 3600

const FRESH: LeavingNote = { tries: 0, over: false }
const NOTE = /^([0-9a-z]{1,7})\.(\d{1,4})(x?)$/

/** Another set of cookies has other tries. FNV-1a: it need not be safe, only short. */
function markOf(names: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const char of names.join(';')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

export function readLeavingNote(value: string | null, names: readonly string[]): LeavingNote {
  const [, mark, tries, over] = NOTE.exec(value ?? '') ?? []
  return mark === markOf(names) ? { tries: Number(tries), over: over === 'x' } : FRESH
}

/** The `Set-Cookie` line that keeps the note. */
export const leavingNoteLine = (cookie: string, names: readonly string[], { tries, over }: LeavingNote): string =>
  `${cookie}=${markOf(names)}.${tries}${over ? 'x' : ''}; Max-Age=${HOUR}; Path=/; HttpOnly; SameSite=Lax${
    cookie.startsWith('__Host-') ? '; Secure' : ''
  }`
