import { term } from '../../../messages/index.ts'
import {
  LEVEL_PARTIES,
  type LevelAction,
  type LevelCells,
  type LevelReport,
  type LevelVerdict,
  LIFETIMES,
} from '../../../model/index.ts'
import { termOfToken } from '../../words/token-terms.ts'
import type { Context } from '../context.ts'
import { levelName } from '../level-name.ts'
import {
  type Block,
  code,
  type Inlines,
  LINE_BREAK,
  list,
  mark,
  note,
  paragraph,
  type Section,
  section,
  type Tone,
  table,
} from '../nodes.ts'
import { mendSection } from './mend.ts'

const TONES = {
  accept: 'accept',
  flag: 'accept',
  downgrade: 'hinder',
  leash: 'hinder',
  prompt: 'hinder',
  reject: 'reject',
} as const satisfies Record<LevelAction, Tone>

function verdictCell({ text }: Context, { action, reason, rule }: LevelVerdict): Inlines {
  const because = rule === 'level-session-allowed' ? 'session-allowed' : reason
  return [mark(TONES[action], text[`verdicts.${action}`]), LINE_BREAK, text[`verdicts.because.${because}`]]
}

const cellsOf = (cells: LevelCells): readonly LevelVerdict[] =>
  LEVEL_PARTIES.flatMap(party => LIFETIMES.map(lifetime => cells[party][lifetime]))

/** Levels that look at policies; what the others do needs no table. */
const readingLevels = ({ levels }: LevelReport) =>
  Object.entries(levels).filter(([, cells]) => cellsOf(cells).some(({ reason }) => reason !== 'level'))

function verdictTable(context: Context, report: LevelReport): Block {
  const { text } = context
  const columns = LEVEL_PARTIES.flatMap(party =>
    LIFETIMES.map(lifetime =>
      text['verdicts.column']({ lifetime: text[`verdicts.${lifetime}`], party: text[`verdicts.${party}`] }),
    ),
  )
  const rows = readingLevels(report).map(([level, cells]) => [
    [levelName(context, level)],
    ...cellsOf(cells).map(cell => verdictCell(context, cell)),
  ])
  return table(text['verdicts.caption'], [text['verdicts.level'], ...columns], rows)
}

const tokenItem = ({ language }: Context, token: string): Inlines => {
  const key = termOfToken(token)
  return key === undefined ? [code(token)] : [term[language][key], ' ', code(token)]
}

/** What makes the policy unsatisfactory: kinds of data, and uses that do not wait for consent. */
function whySection(context: Context, { because }: LevelReport): Section {
  const { text } = context
  const { categories, purposes, recipients, noPurpose, unreadable } = because
  const uses = [...purposes, ...recipients]
  const items = (tokens: readonly string[]): Block => list(tokens.map(token => tokenItem(context, token)))
  return section(
    'why',
    [text['why.title']],
    [
      ...(unreadable.length === 0 ? [] : [paragraph(text['why.unreadable']({ tokens: unreadable.join(', ') }))]),
      ...(categories.length === 0 ? [] : [paragraph(text['why.categories']), items(categories)]),
      ...(uses.length === 0 ? [] : [paragraph(text['why.uses']), items(uses)]),
      ...(noPurpose ? [paragraph(text['why.no-purpose'])] : []),
    ],
  )
}

/** Why the table is as it is, and what would make it better. */
function reasonsFor(context: Context, report: LevelReport): readonly Block[] {
  const { text } = context
  if (report.satisfactory) return [paragraph(text['verdicts.satisfactory'])]
  if (report.standing === 'no-policy') return [paragraph(text['verdicts.no-policy'])]
  const mending = report.repairs.length === 0 ? [] : [mendSection(context, report)]
  return [whySection(context, report), ...mending]
}

/** What a browser with privacy levels does with the cookies, why, and what would mend it. */
export function verdictsSection(context: Context, report: LevelReport): Section {
  const { text } = context
  return section(
    'verdicts',
    [text['verdicts.title']],
    [
      paragraph(text['verdicts.about']),
      note(text['verdicts.computed']),
      verdictTable(context, report),
      ...reasonsFor(context, report),
    ],
  )
}
