import { controlsIn, soupEnd } from './controls.ts'
import type { CookieDialect } from './dialect.ts'
import type { CookiePriority, ParsedCookie, ParseFlaw, SameSite } from './parsed-cookie.ts'
import { Parts } from './parts.ts'

const NONE: readonly string[] = []

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
  maxAgeText = ''
  expiresText = ''
  private seen = 0

  /** Notes that an attribute of the kind with this bit is there. */
  saw(bit: number): void {
    if ((this.seen & bit) !== 0) this.repeated = true
    this.seen |= bit
  }
}

/** RFC 6265bis section 5.6 steps 2 to 5: the name and the value. */
function readPair(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  parts.next()
  if (parts.equals && !(dialect.stopsEarly && parts.comma)) {
    reading.name = parts.name
    reading.value = parts.value
  } else if (dialect.nameless) reading.value = parts.whole
  else reading.name = parts.name
  if (reading.name !== '') return
  if (reading.value === '') reading.flaw = 'empty-cookie'
  else if (!dialect.nameless) reading.flaw = 'nameless'
  else if (!dialect.namelessEquals && reading.value.includes('=')) reading.flaw = 'nameless-with-equals'
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

const BIT = { secure: 1, httpOnly: 2, partitioned: 4, path: 8, domain: 16, sameSite: 32, maxAge: 64, expires: 128 }

/** libsoup keeps one point in time, which the later of both attributes sets. */
function readLaterAge(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  if (parts.is('expires')) {
    reading.maxAge = null
    reading.expires = dialect.date(parts.value)
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
  if (parts.valueTo > parts.valueFrom || dialect.emptyDomainCounts) reading.domain = parts.value
}

function readSameSite(reading: Reading, parts: Parts, dialect: CookieDialect): void {
  reading.saw(BIT.sameSite)
  const sameSite = sameSiteOf(parts)
  if (dialect.otherSameSiteCounts || sameSite === 'lax' || sameSite === 'strict') reading.sameSite = sameSite
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
  else if (length === 8 && dialect.priorities && parts.is('priority')) reading.priority = readPriority(parts)
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
  } else if (parts.equals || dialect.bareAttributes) readValued(reading, parts, dialect)
}

/** RFC 6265bis section 5.7: `Max-Age` has precedence; without a valid one, `Expires`. */
function settleAge(reading: Reading, dialect: CookieDialect): void {
  const { maxAgeText, expiresText } = reading
  const age = maxAgeText === '' ? null : dialect.maxAge(maxAgeText)
  if (age !== null && age !== 'session') reading.maxAge = age
  else if (expiresText !== '') reading.expires = dialect.date(expiresText)
  reading.ageUnread =
    (maxAgeText !== '' && age === null) || (age === null && expiresText !== '' && reading.expires === null)
}

/**
 * Reads a `Set-Cookie` line, one octet a character, as the dialect's browser does (RFC 6265bis section 5.6).
 * Takes any line, in linear time.
 */
export function parseSetCookie(line: string, dialect: CookieDialect): ParsedCookie {
  const reading = new Reading()
  const controls = dialect.stopsEarly ? 0 : controlsIn(line)
  const parts = new Parts(dialect.stopsEarly ? line.slice(0, soupEnd(line)) : line)
  readPair(reading, parts, dialect)
  const spoils = () => controls === 2 || (controls === 1 && dialect.tabSpoils && parts.holdsTab())
  if (reading.flaw === null && spoils()) reading.flaw = 'control-character'
  while (parts.left && reading.flaw === null) {
    parts.next()
    if (dialect.stopsEarly && parts.comma) parts.stopAtComma()
    if (controls > 0 && spoils()) reading.flaw = 'control-character'
    if (parts.valueTo - parts.valueFrom > dialect.attributeLimit) reading.ignored = [...reading.ignored, parts.name]
    else readAttribute(reading, parts, dialect)
  }
  if (!dialect.laterAgeCounts) settleAge(reading, dialect)
  return reading
}
