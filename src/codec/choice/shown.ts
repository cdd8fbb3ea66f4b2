import type { ShownTerms } from '../../model/index.ts'

const UNRECORDED = 'unrecorded'
const UNKNOWN = '-'
const SHA256 = 'sha256:'

/** 32 octets in base64url (RFC 4648, 5): the last character has four bits of them, the others six. */
const OCTETS = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]'
const SHOWN = new RegExp(`^${UNRECORDED}\\.(${OCTETS})\\.(${UNKNOWN}|${OCTETS})$`)

/** A third shorter than in hexadecimal digits. */
function encodeHash(hash: string): string {
  const digits = hash.slice(SHA256.length).match(/../g) ?? []
  return btoa(String.fromCharCode(...digits.map(two => Number.parseInt(two, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function decodeHash(octets: string): string {
  const bytes = atob(octets.replaceAll('-', '+').replaceAll('_', '/'))
  return SHA256 + Array.from(bytes, byte => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

/** What a choice that is still to be recorded says of what was shown: `unrecorded.POLICY.TEXT`. */
export const encodeShown = ({ policy, text }: ShownTerms): string =>
  [UNRECORDED, encodeHash(policy), text === null ? UNKNOWN : encodeHash(text)].join('.')

/** Null for anything that `encodeShown` did not write. */
export function decodeShown(written: string): ShownTerms | null {
  const [, policy, text] = SHOWN.exec(written) ?? []
  if (policy === undefined || text === undefined) return null
  return { policy: decodeHash(policy), text: text === UNKNOWN ? null : decodeHash(text) }
}
