import { readExpires, readMaxAge } from './ages.ts'
import type { CookieDialect } from './dialect.ts'
import type { Parts } from './parts.ts'
import { BIT, type Reading, saw } from './reading.ts'
import { wordsOf } from './word.ts'

type Reader = (reading: Reading, parts: Parts, dialect: CookieDialect) => void

interface Attribute {
  readonly read: Reader
  /** Whether it is there or not, and its value is nothing. */
  readonly flag: boolean
}

const flag = (read: Reader): Attribute => ({ read, flag: true })
const valued = (read: Reader): Attribute => ({ read, flag: false })

const SAME_SITES = wordsOf({ lax: 'lax', strict: 'strict', none: 'none' } as const)
const PRIORITIES = wordsOf({ low: 'low', medium: 'medium', high: 'high' } as const)

/** RFC 6265bis section 5.6.3. */
function readDomain(reading: Reading, parts: Parts): void {
  saw(BIT.domain, reading, parts)
  reading.domain = parts.value
}

/** RFC 6265bis section 5.6.4. */
function readPath(reading: Reading, parts: Parts): void {
  saw(BIT.path, reading, parts)
  reading.path = parts.value
}

/** RFC 6265bis section 5.6.5. */
function readSecure(reading: Reading, parts: Parts): void {
  saw(BIT.secure, reading, parts)
  reading.secure = true
}

/** RFC 6265bis section 5.6.6. */
function readHttpOnly(reading: Reading, parts: Parts): void {
  saw(BIT.httpOnly, reading, parts)
  reading.httpOnly = true
}

/** RFC 6265bis section 5.6.7: Lax, Strict, None in any case; anything else is as good as none. */
function readSameSite(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  saw(BIT.sameSite, reading, parts)
  const sameSite = parts.valueAmong(SAME_SITES) ?? 'unset'
  const counts = dialect.otherSameSiteCounts || sameSite === 'lax' || sameSite === 'strict'
  if (counts || reading.sameSite === 'unset') reading.sameSite = sameSite
}

/** CHIPS, draft-cutler-httpbis-partitioned-cookies. */
function readPartitioned(reading: Reading, parts: Parts): void {
  saw(BIT.partitioned, reading, parts)
  reading.partitioned = true
}

/** Chromium's own. */
function readPriority(reading: Reading, parts: Parts): void {
  reading.priority = parts.valueAmong(PRIORITIES) ?? 'medium'
}

const ATTRIBUTES = wordsOf({
  expires: valued(readExpires),
  'max-age': valued(readMaxAge),
  domain: valued(readDomain),
  path: valued(readPath),
  secure: flag(readSecure),
  httponly: flag(readHttpOnly),
  samesite: valued(readSameSite),
  partitioned: flag(readPartitioned),
  priority: valued(readPriority),
})

/** RFC 6265bis section 5.6, the steps for each cookie-av; what is not known is passed over. */
export function readAttribute(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const attribute = parts.nameAmong(ATTRIBUTES)
  if (!parts.equals && attribute?.flag !== true) {
    reading.common = false
    if (!dialect.bareAttributes) return
  }
  attribute?.read(reading, parts, dialect)
}

export const isSameSite = (parts: Parts): boolean => parts.nameAmong(ATTRIBUTES)?.read === readSameSite
