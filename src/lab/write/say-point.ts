import { type Language, lab } from '../../messages/index.ts'
import type { Fact } from '../compare.ts'

const SENT = 'sent.'

/** What was compared: `sent.link` as "sent: link". */
export function sayField(field: string, language: Language): string {
  const text = lab[language]
  if (field.startsWith(SENT)) return text['field.sent']({ question: field.slice(SENT.length) })
  if (field === 'partition') return text['field.partition']
  return field === 'expires' ? text['field.expires'] : text['field.stored']
}

/** Days as people count them; parts of a day are in the cases only where a minute matters. */
const days = (count: number): number => (count < 1 ? Number(count.toPrecision(2)) : Math.round(count * 10) / 10)

export function sayFact(fact: Fact, language: Language): string {
  const text = lab[language]
  if (fact === null) return text['fact.none']
  if (fact === true) return text['fact.yes']
  if (fact === false) return text['fact.no']
  if (typeof fact === 'number') return text['fact.days']({ count: days(fact) })
  if (fact === 'session') return text['fact.session']
  return fact === 'common' ? text['fact.common'] : fact
}

const LONGEST_LINE = 120

/** A cookie's text for reading: control characters as in source text, a long run of letters cut. */
export function sayLine(line: string): string {
  const visible = line.replace(
    /[\u0000-\u001f\u007f-\u00a0]/g,
    octet => `\\x${octet.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  if (visible.length <= LONGEST_LINE) return visible
  return `${visible.slice(0, LONGEST_LINE / 2)} … ${visible.slice(-LONGEST_LINE / 4)} (${line.length})`
}
