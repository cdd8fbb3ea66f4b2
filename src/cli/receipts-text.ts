import { shortHash } from '../compile/index.ts'
import { type Language, receipts as messages } from '../messages/index.ts'
import type { Receipt } from '../model/index.ts'
import type { ReceiptFault, ReceiptStats, Verification } from '../store/index.ts'
import { type Cell, formatColumns, type Paint, printable } from './terminal.ts'

const MOST_FAULTS = 100

function faultLine({ kind, site, writer, sequence, through }: ReceiptFault, language: Language): string {
  const text = messages[language]
  const at = sequence === through ? String(sequence) : `${sequence}–${through}`
  const fault = text[`fault.${kind}`]({ at, count: through - sequence + 1 })
  return printable(text['fault.at']({ site, writer, fault }))
}

export function verificationText(found: Verification, language: Language, paint: Paint): string {
  const text = messages[language]
  const { receipts, erased, faults, heads } = found
  const more = faults.length - MOST_FAULTS
  const lines = [
    text['verify.counted']({ receipts, erased, chains: heads.length }),
    faults.length === 0
      ? paint.green(text['verify.whole'])
      : paint.red(text['verify.faults']({ count: faults.length })),
    ...faults.slice(0, MOST_FAULTS).map(fault => `  ${faultLine(fault, language)}`),
    ...(more > 0 ? [`  ${text['fault.more']({ count: more })}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function decisionsText(receipt: Receipt, language: Language): string {
  const decisions = Object.entries(receipt.personal?.decisions ?? {})
  return decisions
    .map(([practice, decision]) => `${printable(practice)}: ${messages[language].decision({ decision })}`)
    .join(', ')
}

export function receiptsText(receipts: readonly Receipt[], language: Language, paint: Paint): string {
  const text = messages[language]
  const columns = ['at', 'site', 'how', 'language', 'words', 'decisions'] as const
  const heads = columns.map((name): Cell => ({ text: text[`show.${name}`], paint: paint.bold }))
  const rows = receipts.map(receipt =>
    [
      receipt.at,
      printable(receipt.site),
      text.how({ how: receipt.how }),
      printable(receipt.language),
      receipt.text === null ? text['words-unknown'] : printable(shortHash(receipt.text)),
      decisionsText(receipt, language),
    ].map(cell => ({ text: cell })),
  )
  return formatColumns([heads, ...rows])
}

/** A heading and under it a row for each name. */
function section(heading: string, rows: Readonly<Record<string, number | string>>, paint: Paint): string {
  const cells = Object.entries(rows).map(([name, value]) => [{ text: printable(name) }, { text: String(value) }])
  return cells.length === 0 ? '' : `\n${paint.bold(heading)}\n${formatColumns(cells, 2)}`
}

export function statsText(stats: ReceiptStats, language: Language, paint: Paint): string {
  const text = messages[language]
  if (stats.receipts === 0) return `${text['stats.none']}\n`
  const how = Object.entries(stats.how).map(([means, count]) => [text.how({ how: means }), count])
  const practices = Object.entries(stats.practices).map(([id, counts]) => [id, text['stats.granted'](counts)])
  const totals = [
    [text['stats.receipts'], String(stats.receipts)],
    [text['stats.erased'], String(stats.erased)],
    [text['stats.subjects'], String(stats.subjects)],
    [text['stats.span'], `${stats.first} – ${stats.last}`],
  ].map(row => row.map(cell => ({ text: cell })))
  return [
    formatColumns(totals),
    section(text['stats.practices'], Object.fromEntries(practices), paint),
    section(text['stats.months'], stats.months, paint),
    section(text['stats.how'], Object.fromEntries(how), paint),
    section(text['stats.sites'], stats.sites, paint),
  ].join('')
}
