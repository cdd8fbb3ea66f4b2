import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** `sha256:` and 64 hexadecimal digits, over the text in UTF-8. */
export const hashOfText = (text: string): string => `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`

/** The same over the canonical JSON. */
export const hashOf = (value: unknown): string => hashOfText(canonicalJson(value))

/** The first digits of a hash: enough to tell one from another, of things that nobody makes up. */
export const shortHash = (hash: string, digits = 8): string => hash.slice('sha256:'.length).slice(0, digits)

export const digitsOf = (value: unknown, count: number): string => shortHash(hashOf(value), count)
