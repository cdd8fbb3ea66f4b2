import { cli, type Language, sayIssue } from '../messages/index.ts'
import type { Issue, Span } from '../model/index.ts'
import { type Paint, printable, SEVERITY_PAINT, terminalWidth } from './terminal.ts'

/** Whose issues they are, and how they are put. */
export interface PlacedManner {
  readonly file: string
  readonly language: Language
  readonly paint: Paint
  /** The text of the file, to show the lines spoken of; undefined where nobody looks. */
  readonly source?: string | undefined
}

/** An issue on a line that editors open at its place. */
function issueLine(found: Issue, { file, language, paint }: PlacedManner): string {
  const { line = 1, column = 1 } = found.at ?? {}
  const severity = paint[SEVERITY_PAINT[found.severity]](cli[language][`severity.${found.severity}`])
  return `${paint.bold(`${file}:${line}:${column}`)} ${severity} ${found.code}: ${printable(sayIssue(found, language))}\n`
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

/** The issues of a file, a line each, with what is written there. */
export function placedIssues(issues: readonly Issue[], manner: PlacedManner): string {
  const lines = manner.source?.split('\n')
  const framed = ({ at }: Issue) => (lines === undefined || at === undefined ? '' : frame(at, lines, manner.paint))
  return issues.map(found => issueLine(found, manner) + framed(found)).join('')
}
