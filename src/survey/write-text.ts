import { type Language, verdict } from '../messages/index.ts'
import { type Digest, type LevelShares, type Share, STUDY_2010 } from './digest.ts'
import { SITE_LIMIT } from './sites.ts'
import { type SurveyWords, surveyWords } from './words.ts'

/** A line of a table: what is told, and its columns of figures, which stand to the right. */
type Row = readonly [label: string, ...figures: string[]]

function alignRows(rows: readonly Row[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  const line = ([label, ...figures]: Row) =>
    [label.padEnd(widths[0] ?? 0), ...figures.map((figure, at) => figure.padStart(widths[at + 1] ?? 0))].join('  ')
  return rows.map(row => `  ${line(row)}\n`).join('')
}

const CLASS_ROWS = ['any', 'invalid', 'missing', 'conflicting'] as const

function errorTable({ errors, sites, policies }: Digest, { text, number, percent, count }: SurveyWords): string {
  const study = (name: (typeof CLASS_ROWS)[number]) =>
    name === 'any'
      ? [number(STUDY_2010.withErrors), percent(STUDY_2010.withErrors / STUDY_2010.sites)]
      : [text['study.unknown'], '']
  const head: Row = ['', text['here.policies'], '', ...(sites === null ? [] : [text['here.sites'], '']), text.study, '']
  const all: Row = [
    '',
    number(policies),
    '',
    ...(sites === null ? [] : [count(sites.withPolicy), '']),
    number(STUDY_2010.sites),
    '',
  ]
  const rows = CLASS_ROWS.map((name): Row => {
    const ours = [errors[name], ...(sites === null ? [] : [sites.errors[name]])]
    return [text[`class.${name}`], ...ours.flatMap(share => [count(share), percent(share.share)]), ...study(name)]
  })
  return alignRows([head, all, ...rows])
}

function levelRow({ level, party, lifetime, actions }: LevelShares, language: Language, { percent }: SurveyWords): Row {
  const words = verdict[language]
  const told = actions.map(({ action, share }) => `${words[`action.${action}`]} ${percent(share)}`).join(', ')
  return [
    `${words[`level.${level}` as 'level.low']} / ${words[`party.${party}`]} / ${words[`lifetime.${lifetime}`]}`,
    told,
  ]
}

/** Count and share, in columns wide enough for hundreds of millions. */
const figures = ({ count, share }: Share, { number, percent }: SurveyWords): string =>
  `${number(count).padStart(11)} ${percent(share).padStart(7)}`

/** The digest as text. `shown` makes a header, which anyone may have written, fit for where the text goes. */
export function writeSurveyText(digest: Digest, language: Language, shown: (header: string) => string): string {
  const words = surveyWords(language)
  const { text, number, percent } = words
  const section = (title: string, body: string) => `\n${title}\n${body}`
  const parts = [text.counted({ records: digest.records, headers: digest.headers, policies: digest.policies }), '\n']
  if (digest.unreadable > 0) parts.push(`${text.unreadable({ count: digest.unreadable })}\n`)
  if (digest.sites !== null) parts.push(`${words.count(digest.sites.all)} ${text['sites.all']}\n`)
  if (digest.headers === 0) return [...parts, `${text.none}\n`].join('')
  parts.push(section(text.errors, errorTable(digest, words)), `  ${text['study-note']}\n`)
  parts.push(
    section(
      text.lacking,
      alignRows(
        digest.lacking.map(
          ({ group, count, share }): Row => [text[`group.${group}` as 'group.access'], number(count), percent(share)],
        ),
      ),
    ),
  )
  parts.push(
    section(
      text.levels,
      digest.levels
        .map(row => levelRow(row, language, words))
        .map(([label, told]) => `  ${label.padEnd(44)}  ${told}\n`)
        .join(''),
    ),
  )
  const { different, top } = digest.values
  parts.push(section(text.values, top.map(share => `  ${figures(share, words)}  ${shown(share.value)}\n`).join('')))
  parts.push(`  ${text.different({ count: different.count, estimated: different.estimated ? 'yes' : 'no' })}\n`)
  if (digest.sites?.all.estimated === true) parts.push(`\n${text['estimated-note']({ limit: SITE_LIMIT })}\n`)
  return parts.join('')
}
