import type { CookieDialect } from './dialect.ts'
import { httpDate } from './http-date.ts'
import type { OctetLine } from './octets.ts'
import type { CookiePriority, ParsedCookie, ParseFlaw, SameSite } from './parsed-cookie.ts'
import { Parts } from './parts.ts'
import { soupEnd } from './soup-end.ts'

const NONE: readonly string[] = []

/** Ages without a sign, and of so few digits, are read alike everywhere. */
const isUsualAge = (text: string): boolean => text.length <= 9 && text.charCodeAt(0) >= 0x30

/** What is read so far. */
class Reading implements ParsedCookie {
  name = ''
  value = ''
  domain = ''
  path = ''
  secure = false
  httpOnly = false
  partitioned = false
  sameSite: SameSite = 'unset'
  maxAge: number | null = null
  expires: number | null = null
  priority: CookiePriority = 'medium'
  ignored = NONE
  repeated = false
  ageUnread = false
  flaw: ParseFlaw | null = null
  common: boolean
  maxAgeText = ''
  expiresText = ''
  private seen = 0

  constructor(common: boolean) {
    this.common = common
  }

  /** Notes that an attribute of the kind with this bit is there. */
  saw(bit: number): void {
    if ((this.seen & bit) !== 0) {
      this.repeated = true
      this.common = false
    }
    this.seen |= bit
  }

  refuse(flaw: ParseFlaw): void {
    this.flaw ??= flaw
    this.common = false
  }
}

const BIT = { secure: 1, httpOnly: 2, partitioned: 4, path: 8, domain: 16, sameSite: 32, maxAge: 64, expires: 128 }

/** RFC 6265bis section 5.6 steps 2 to 5: the name and the value. */
function readPair(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  parts.next()
  if (!parts.equals || parts.nameTo === parts.nameFrom || parts.comma) reading.common = false
  if (parts.equals && !(dialect.stopsEarly && parts.comma)) {
    reading.name = parts.name
    reading.value = parts.value
  } else if (dialect.nameless) reading.value = parts.whole
  else reading.name = parts.name
  if (reading.name !== '') return
  if (reading.value === '') reading.refuse('empty-cookie')
  else if (!dialect.nameless) reading.refuse('nameless')
  else if (!dialect.namelessEquals && reading.value.includes('=')) reading.refuse('nameless-with-equals')
}

/** RFC 6265bis section 5.6.7: Lax, Strict, None in any case; anything else is as good as none. */
function sameSiteOf(parts: Parts): SameSite {
  if (parts.valueIs('lax')) return 'lax'
  if (parts.valueIs('none')) return 'none'
  return parts.valueIs('strict') ? 'strict' : 'unset'
}

function readPriority(parts: Parts): CookiePriority {
  if (parts.valueIs('low')) return 'low'
  return parts.valueIs('high') ? 'high' : 'medium'
}

const dateOf = (text: string, dialect: CookieDialect): number | null => httpDate(text) ?? dialect.date(text)

/** libsoup keeps one point in time, which the later of both attributes sets. */
function readLaterAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  if (parts.is('expires')) {
    reading.maxAge = null
    reading.expires = dateOf(parts.value, dialect)
    return
  }
  const age = dialect.maxAge(parts.value)
  if (age === null) return
  reading.expires = null
  reading.maxAge = age === 'session' ? null : age
}

function readAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const expires = parts.is('expires')
  reading.saw(expires ? BIT.expires : BIT.maxAge)
  if (dialect.laterAgeCounts) readLaterAge(reading, parts, dialect)
  else if (expires) reading.expiresText = parts.value
  else reading.maxAgeText = parts.value
}

function readDomain(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.domain)
  const empty = parts.valueTo === parts.valueFrom
  if (empty) reading.common = false
  if (!empty || dialect.emptyDomainCounts) reading.domain = parts.value
}

function readSameSite(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.sameSite)
  const sameSite = sameSiteOf(parts)
  const counts = dialect.otherSameSiteCounts || sameSite === 'lax' || sameSite === 'strict'
  if (counts || reading.sameSite === 'unset') reading.sameSite = sameSite
}

/** RFC 6265bis sections 5.6.1 to 5.6.4 and 5.6.7: an attribute that has a value. */
function readValued(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const length = parts.nameTo - parts.nameFrom
  if (length === 4 && parts.is('path')) {
    reading.saw(BIT.path)
    reading.path = parts.value
  } else if (length === 6 && parts.is('domain')) readDomain(reading, parts, dialect)
  else if (length === 7 && (parts.is('max-age') || parts.is('expires'))) readAge(reading, parts, dialect)
  else if (length === 8 && parts.is('samesite')) readSameSite(reading, parts, dialect)
  else if (length === 8 && parts.is('priority')) reading.priority = readPriority(parts)
}

/** RFC 6265bis sections 5.6.5 and 5.6.6: an attribute that is there or not; then the others. */
function readAttribute(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  const length = parts.nameTo - parts.nameFrom
  if (length === 6 && parts.is('secure')) {
    reading.saw(BIT.secure)
    reading.secure = true
  } else if (length === 8 && parts.is('httponly')) {
    reading.saw(BIT.httpOnly)
    reading.httpOnly = true
  } else if (length === 11 && parts.is('partitioned')) {
    reading.saw(BIT.partitioned)
    reading.partitioned = true
  } else {
    if (!parts.equals) reading.common = false
    if (parts.equals || dialect.bareAttributes) readValued(reading, parts, dialect)
  }
}

/** RFC 6265bis section 5.7: `Max-Age` has precedence; without a valid one, `Expires`. */
function settleAge(reading: Reading, dialect: CookieDialect): void {
  const { maxAgeText, expiresText } = reading
  if (maxAgeText === '' && expiresText === '') return
  const usual = maxAgeText === '' ? httpDate(expiresText) : null
  if (usual !== null) {
    reading.expires = usual
    return
  }
  const age = maxAgeText === '' ? null : dialect.maxAge(maxAgeText)
  if (age !== null && age !== 'session') reading.maxAge = age
  else if (expiresText !== '') reading.expires = dateOf(expiresText, dialect)
  reading.ageUnread = age === null && (maxAgeText !== '' || reading.expires === null)
  if (age === null || expiresText !== '' || !isUsualAge(maxAgeText)) reading.common = false
}

/**
 * Reads a `Set-Cookie` line as the dialect's browser does (RFC 6265bis section 5.6). Takes any line, in linear time.
 */
export function parseSetCookie({ octets, controls, ascii }: OctetLine, dialect: CookieDialect): ParsedCookie {
  const reading = new Reading(ascii && controls === 'none' && !dialect.laterAgeCounts)
  const parts = new Parts(dialect.stopsEarly ? octets.slice(0, soupEnd(octets)) : octets)
  const checked = controls !== 'none' && !dialect.stopsEarly
  readPair(reading, parts, dialect)
  if (checked && (controls === 'some' || (dialect.tabSpoils && parts.holdsTab()))) reading.refuse('control-character')
  while (parts.left && reading.flaw === null) {
    parts.next()
    if (dialect.stopsEarly && parts.comma) parts.stopAtComma()
    if (checked && dialect.tabSpoils && parts.holdsTab()) reading.refuse('control-character')
    if (parts.comma) reading.common = false
    if (parts.valueTo - parts.valueFrom > dialect.attributeLimit) {
      reading.ignored = [...reading.ignored, parts.name]
      reading.common = false
    } else readAttribute(reading, parts, dialect)
  }
  if (!dialect.laterAgeCounts) settleAge(reading, dialect)
  return reading
}
