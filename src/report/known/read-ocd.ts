import { type Issue, issue, type Result } from '../../model/index.ts'
import { type CsvRow, readCsv } from './csv.ts'
import type { KnownUseId } from './uses.ts'
import { type Known, type KnownCookies, known } from './who-is.ts'

/** The list has some 600 kilobytes. */
const LONGEST = 2 ** 24

const COLUMNS = {
  name: 'Cookie / Data Key name',
  domain: 'Domain',
  category: 'Category',
  platform: 'Platform',
  period: 'Retention period',
  wildcard: 'Wildcard match',
} as const
const NEEDED = ['name', 'domain', 'category'] as const

/** The list's own categories. What is functional there is what a page needs and what it merely remembers alike. */
const USES: Readonly<Record<string, KnownUseId>> = {
  necessary: 'session',
  functional: 'session',
  preferences: 'preference',
  personalization: 'preference',
  security: 'security',
  analytics: 'statistics',
  marketing: 'advertising',
}

const malformed = (problem: string, line = 1): Issue => issue('cookie-list-malformed', { problem, line })

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^sec/i, 'second'],
  [/^min/i, 'minute'],
  [/^h(?:ou)?r/i, 'hour'],
  [/^day/i, 'day'],
  [/^week/i, 'week'],
  [/^month/i, 'month'],
  [/^year/i, 'year'],
]

/** `2 years after last activity` is 2 years; what is no time is not known. */
function lifetimeOf(text: string): string | null {
  if (/^(?:end of )?session/i.test(text.trim())) return 'session'
  const [, digits, word = ''] = /^\s*(\d{1,4})\s*([a-z]+)/i.exec(text) ?? []
  const unit = UNITS.find(([begins]) => begins.test(word))?.[1]
  const count = Number(digits)
  return unit === undefined || count === 0 ? null : `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** `www.example.com (3rd party) or …`: the first host that is named; null where none is. */
const hostIn = (text: string): string | null =>
  /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/i.exec(text.slice(0, 300))?.[0].toLowerCase() ?? null

type Reader = (fields: readonly string[], column: keyof typeof COLUMNS) => string

function knownOf({ fields }: CsvRow, read: Reader): readonly Known[] {
  const name = read(fields, 'name').trim()
  const use = USES[read(fields, 'category').trim().toLowerCase()]
  if (name === '' || use === undefined) return []
  const pattern = read(fields, 'wildcard').trim() === '1' && !name.includes('*') ? `${name}*` : name
  return [
    {
      ...known(pattern, read(fields, 'platform').trim() || name, use),
      lifetime: lifetimeOf(read(fields, 'period')),
      host: hostIn(read(fields, 'domain')),
    },
  ]
}

/** The CSV of the Open Cookie Database: which cookies there are, whose they are and what for. */
export function readOcd(text: string): Result<KnownCookies> {
  const refuse = (found: Issue): Result<KnownCookies> => ({ ok: false, issues: [found] })
  if (text.length > LONGEST) return refuse(malformed('large'))
  const rows = readCsv(text)
  if ('problem' in rows) return refuse(malformed(rows.problem, rows.line))
  const [head, ...entries] = rows
  const places = new Map((head?.fields ?? []).map((column, at) => [column.trim().toLowerCase(), at]))
  const place = (column: keyof typeof COLUMNS) => places.get(COLUMNS[column].toLowerCase())
  if (NEEDED.some(column => place(column) === undefined)) return refuse(malformed('columns'))
  const uneven = entries.find(({ fields }) => fields.length !== head?.fields.length)
  if (uneven !== undefined) return refuse(malformed('fields', uneven.line))
  const read: Reader = (fields, column) => fields[place(column) ?? -1] ?? ''
  return { ok: true, value: entries.flatMap(row => knownOf(row, read)), issues: [] }
}
