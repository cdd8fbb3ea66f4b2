import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** `sha256:` and 64 hexadecimal digits, over the canonical JSON in UTF-8. */
export const hashOf = (value: unknown): string => `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`

/** The first so many digits of the hash. */
export const digitsOf = (value: unknown, count: number): string => hashOf(value).slice('sha256:'.length).slice(0, count)
