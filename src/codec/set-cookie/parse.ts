import { settleAge } from './ages.ts'
import { isSameSite, readAttribute } from './attributes.ts'
import type { CookieDialect } from './dialect.ts'
import type { OctetLine } from './octets.ts'
import type { ParsedCookie } from './parsed-cookie.ts'
import { Parts } from './parts.ts'
import { emptyReading, type Reading, refuse } from './reading.ts'
import { soupEnd } from './soup-end.ts'

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
  if (reading.value === '') refuse(reading, 'empty-cookie')
  else if (!dialect.nameless) refuse(reading, 'nameless')
  else if (!dialect.namelessEquals && reading.value.includes('=')) refuse(reading, 'nameless-with-equals')
}

/**
 * Reads a `Set-Cookie` line as the dialect's browser does (RFC 6265bis section 5.6). Takes any line, in linear time.
 */
export function parseSetCookie({ octets, controls, ascii }: OctetLine, dialect: CookieDialect): ParsedCookie {
  const usual = ascii && controls === 'none'
  const reading = emptyReading(usual && !dialect.laterAgeCounts)
  const parts = new Parts(dialect.stopsEarly && !usual ? octets.slice(0, soupEnd(octets)) : octets)
  const checked = controls !== 'none' && !dialect.stopsEarly
  readPair(reading, parts, dialect)
  if (controls === 'spoilt' || (checked && (controls === 'some' || (dialect.tabSpoils && parts.holdsTab()))))
    refuse(reading, 'control-character')
  while (parts.left && reading.flaw === null) {
    parts.next()
    if (parts.comma) {
      reading.common = false
      if (dialect.stopsEarly) parts.stopAtComma()
    }
    if (checked && dialect.tabSpoils && parts.holdsTab()) refuse(reading, 'control-character')
    const long = parts.valueTo - parts.valueFrom > dialect.attributeLimit
    if (long && !(dialect.longSameSiteCounts && isSameSite(parts))) {
      reading.ignored = [...reading.ignored, parts.name]
      reading.common = false
    } else readAttribute(reading, parts, dialect)
  }
  if (!dialect.laterAgeCounts) settleAge(reading, parts, dialect)
  return reading
}
