/** Where a table breaks off, and why. */
export interface CsvFlaw {
  readonly problem: 'quote'
  /** From 1. */
  readonly line: number
}

/** A row with the line it begins in, from 1. */
export interface CsvRow {
  readonly fields: readonly string[]
  readonly line: number
}

const QUOTE = 0x22

/** Where a field ends that is not in quotes. */
function plainEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !',\r\n'.includes(text[at] ?? '')) at++
  return at
}

/** RFC 4180, 2.5 to 2.7: a field in quotes; a quote inside it is written twice. Null: it never ends. */
function quoted(text: string, from: number): { readonly field: string; readonly end: number } | null {
  let field = ''
  for (let at = from + 1; ; ) {
    const next = text.indexOf('"', at)
    if (next < 0) return null
    field += text.slice(at, next)
    if (text.charCodeAt(next + 1) !== QUOTE) return { field, end: next + 1 }
    field += '"'
    at = next + 2
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** RFC 4180, read strictly: a quote inside a field without quotes is a flaw. One pass, linear. */
export function readCsv(text: string): readonly CsvRow[] | CsvFlaw {
  const rows: CsvRow[] = []
  let fields: string[] = []
  let line = 1
  let start = 1
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const inQuotes = text.charCodeAt(at) === QUOTE ? quoted(text, at) : undefined
    if (inQuotes === null) return { problem: 'quote', line }
    const end = inQuotes?.end ?? plainEnd(text, at)
    const field = inQuotes?.field ?? text.slice(at, end)
    if (inQuotes === undefined ? field.includes('"') : plainEnd(text, end) !== end) return { problem: 'quote', line }
    fields.push(field)
    line += linesIn(field)
    if (text[end] === ',') {
      if (end + 1 === text.length) fields.push('')
      at = end + 1
      continue
    }
    rows.push({ fields, line: start })
    fields = []
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    line++
    start = line
  }
  if (fields.length > 0) rows.push({ fields, line: start })
  return rows
}
