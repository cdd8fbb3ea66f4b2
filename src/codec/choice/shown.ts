import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { ShownTerms } from '../../model/index.ts'

const UNRECORDED = 'unrecorded'
const UNKNOWN = '-'
const SHA256 = 'sha256:'

/** 32 octets in base64url (RFC 4648, 5): the last character has four bits of them, the others six. */
const OCTETS = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]'
const SHOWN = new RegExp(`^${UNRECORDED}\\.(${OCTETS})\\.(${UNKNOWN}|${OCTETS})$`)

/** A third shorter than in hexadecimal digits. */
const encodeHash = (hash: string): string =>
  btoa(String.fromCharCode(...hexToBytes(hash.slice(SHA256.length))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const decodeHash = (octets: string): string => {
  const bytes = atob(octets.replaceAll('-', '+').replaceAll('_', '/'))
  return SHA256 + bytesToHex(Uint8Array.from(bytes, byte => byte.charCodeAt(0)))
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
