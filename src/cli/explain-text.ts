import { type CompactReading, type CompactToken, isBrace } from '../codec/compact/index.ts'
import { cli, type Language, sayToken, term } from '../messages/index.ts'
import { formatIssues } from './issue-list.ts'
import { type Cell, formatColumns, type Paint, printable } from './terminal.ts'

const CHOICE_PAINT = { always: 'dim', 'opt-in': 'green', 'opt-out': 'yellow' } as const satisfies Record<
  string,
  keyof Paint
>

function tokenRow(token: CompactToken, language: Language, paint: Paint): Cell[] {
  const { label, means } = sayToken({ ...token, required: null }, language)
  const { raw, required, kind } = token
  return [
    { text: printable(raw), paint: kind === 'unknown' && !isBrace(raw) ? paint.red : paint.bold },
    required === null
      ? { text: '' }
      : { text: term[language][`choice.${required}.short`], paint: paint[CHOICE_PAINT[required]] },
    { text: label === '' ? means : `${label}. ${means}` },
  ]
}

function formatTokens({ tokens }: CompactReading, language: Language, paint: Paint): string {
  const text = cli[language]
  const head = [text['explain.token'], text['explain.choice'], text['explain.meaning']]
  return formatColumns(
    [
      head.map(column => ({ text: column, paint: paint.dim })),
      ...tokens.map(token => tokenRow(token, language, paint)),
    ],
    2,
  )
}

/** A compact policy for a person: token by token, then what is wrong with it. */
export function explainText(reading: CompactReading, language: Language, paint: Paint): string {
  const text = cli[language]
  const count = (severity: string) => reading.issues.filter(found => found.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') }
  const parts = [
    reading.tokens.length > 0 && !reading.prose ? formatTokens(reading, language, paint) : '',
    reading.policyref === null ? '' : `${text['explain.policyref']({ uri: printable(reading.policyref) })}\n`,
    formatIssues(reading.issues, language, paint),
    `${reading.issues.length === 0 ? paint.green(text['explain.clean']) : text['explain.summary'](counts)}\n`,
  ]
  return parts.filter(part => part !== '').join('\n')
}
