import { cli } from '../messages/index.ts'
import { type Issue, SEVERITIES, type Span } from '../model/index.ts'
import type { Checked } from './check-declaration.ts'
import { type IssueManner, issueLine } from './issue-list.ts'
import { type Paint, printable, terminalWidth } from './terminal.ts'

/** How a check is put for a person. */
export interface CheckManner extends IssueManner {
  /** The text that was checked, to show the lines spoken of; undefined where nobody looks. */
  readonly source: string | undefined
}

/** A piece of a long line, with what is spoken of in it. */
function excerpt(line: string, start: number, room: number): { readonly text: string; readonly from: number } {
  if (line.length <= room) return { text: line, from: 0 }
  const from = Math.max(0, Math.min(start - Math.floor(room / 3), line.length - room))
  return { text: line.slice(from, from + room), from }
}

/** The line that is spoken of, and a caret under the place. */
function frame({ line, column, endLine, endColumn }: Span, lines: readonly string[], paint: Paint): string {
  const written = lines[line - 1]?.trimEnd()
  if (written === undefined || written === '') return ''
  const number = String(line).padStart(5)
  const { text, from } = excerpt(written, column - 1, terminalWidth() - 8)
  const before = text.slice(0, column - 1 - from)
  const end = endLine === line && endColumn !== undefined ? endColumn : written.length + 1
  const length = Math.max(1, Math.min(end - column, text.length - before.length))
  // A tab before the place stays one, so that the caret stands under it however wide tabs are.
  const blank = before.replace(/[^\t]/g, ' ')
  const rows = [`${number} | ${printable(text).replaceAll('\\u{9}', '\t')}`, `      | ${blank}${'^'.repeat(length)}`]
  return `${rows.map(row => paint.dim(row)).join('\n')}\n`
}

function issueText(found: Issue, lines: readonly string[] | undefined, manner: CheckManner): string {
  const told = issueLine(found, manner)
  return lines === undefined || found.at === undefined ? told : told + frame(found.at, lines, manner.paint)
}

function summary({ issues, policy }: Checked, { file, language, paint }: CheckManner): string {
  const words = cli[language]
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map(
    severity => issues.filter(found => found.severity === severity).length,
  )
  const counted =
    issues.length === 0 ? words['check.clean']({ file }) : words['check.counted']({ errors, warnings, notes })
  const came = policy === null ? words['check.no-policy'] : words['check.policy']({ hash: policy.hash })
  const colour = errors > 0 ? paint.red : warnings > 0 ? paint.yellow : paint.green
  return `${colour(counted)} ${came}\n`
}

/** A check for a person: a line for each problem that editors open at its place, and what it came to. */
export function checkText(checked: Checked, manner: CheckManner): string {
  const lines = manner.source?.split('\n')
  const told = checked.issues.map(found => issueText(found, lines, manner)).join('')
  return `${told}${told === '' ? '' : '\n'}${summary(checked, manner)}`
}
