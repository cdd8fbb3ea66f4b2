import type { Severity } from '../model/index.ts'

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>

const wrapIn = (code: number) => (text: string) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`)
const plain = (text: string) => text

/** Colours for a terminal, or none. */
export function createPaint(colour: boolean): Paint {
  const paints = Object.entries(CODES).map(([name, code]) => [name, colour ? wrapIn(code) : plain])
  return Object.fromEntries(paints) as Paint
}

/** The colour a problem's weight has everywhere. */
export const SEVERITY_PAINT = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<
  Severity,
  keyof Paint
>

const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** What others wrote, made harmless: an escape sequence must not reach the reader's terminal, nor turn the text round. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** Columns that a line may fill. */
export function terminalWidth(): number {
  return Math.max(40, Math.min(process.stdout.columns ?? 100, 120))
}

const length = (text: string): number => [...text].length

/** The text in lines of at most `width`, broken at spaces; a word that is longer stands on a line of its own. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (line !== '' && length(joined) > width) {
      lines.push(line)
      line = word
    } else line = joined
  }
  return [...lines, line]
}

/** A cell of a table: its text, and what colours it once it has been measured. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

const GAP = 2

/** Rows in aligned columns; the last column is wrapped to what is left of the width. */
export function formatColumns(rows: readonly (readonly Cell[])[], indent = 0): string {
  const count = Math.max(0, ...rows.map(row => row.length))
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map(row => length(row[at]?.text ?? ''))))
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP, indent)
  const room = Math.max(24, terminalWidth() - before)
  return rows
    .map(row => {
      const cells = row.slice(0, count - 1).map(({ text, paint = plain }, at) => {
        return paint(text) + ' '.repeat((widths[at] ?? 0) - length(text) + GAP)
      })
      const last = row[count - 1]
      const lines = wrapText(last?.text ?? '', room).map(last?.paint ?? plain)
      const text = ' '.repeat(indent) + cells.join('') + lines.join(`\n${' '.repeat(before)}`)
      return `${text.trimEnd()}\n`
    })
    .join('')
}
