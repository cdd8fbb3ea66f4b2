import { type Language, lab } from '../../messages/index.ts'
import type { CookieCase } from '../../model/index.ts'
import type { JarCase } from '../cases/index.ts'
import type { Fact } from '../compare.ts'

const SENT = 'sent.'

/** What was compared: `sent.link` as "sent: link". */
export function sayField(field: string, language: Language): string {
  const text = lab[language]
  if (field.startsWith(SENT)) return text['field.sent']({ question: field.slice(SENT.length) })
  if (field === 'header') return text['field.header']
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
  return fact === 'common' ? text['fact.common'] : sayHeader(fact)
}

const FEW = 6

/** A `Cookie` header; of many cookies their number and the first and last name of each row without a gap. */
function sayHeader(header: string): string {
  const names = header.split('; ').map(pair => pair.split('=')[0] ?? '')
  if (names.length <= FEW) return sayLine(header)
  const numberOf = (name = '') => Number(name.slice(1))
  const starts = names.filter((name, at) => at === 0 || numberOf(name) !== numberOf(names[at - 1]) + 1)
  const rows = starts.map(start => {
    let end = names.indexOf(start)
    while (numberOf(names[end + 1]) === numberOf(names[end]) + 1) end++
    return names[end] === start ? start : `${start}–${names[end]}`
  })
  return `${names.length}: ${rows.join(', ')}`
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

/** What a case sets: its cookie, or the lines of a jar's steps. */
export const sayCase = (asked: CookieCase | JarCase): string =>
  'cookie' in asked
    ? sayLine(asked.cookie)
    : asked.steps.map(({ set, cookies }) => `${set.via} ${set.url}: ${saySteps(cookies)}`).join(' / ')

const saySteps = (cookies: readonly string[]): string =>
  cookies.length <= FEW ? cookies.map(sayLine).join(' | ') : `${cookies[0]} … ${cookies.at(-1)} (${cookies.length})`
