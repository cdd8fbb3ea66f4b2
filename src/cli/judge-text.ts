import type { LevelAgent } from '../judge/index.ts'
import {
  cli,
  type Language,
  repair as repairText,
  sayChanges,
  sayLevel,
  sayMended,
  sayNoRepair,
  sayStanding,
  verdict,
} from '../messages/index.ts'
import { LEVEL_PARTIES, type LevelAction, type LevelCells, type LevelReport, LIFETIMES } from '../model/index.ts'
import type { JudgedCookie } from './judge-input.ts'
import { type Cell, formatColumns, type Paint, printable, terminalWidth, wrapText } from './terminal.ts'

const ACTION_PAINT = {
  accept: 'green',
  flag: 'yellow',
  downgrade: 'yellow',
  leash: 'yellow',
  prompt: 'yellow',
  reject: 'red',
} as const satisfies Record<LevelAction, keyof Paint>

/** How a report is put for a person. */
export interface Manner {
  readonly language: Language
  readonly paint: Paint
}

/** Levels that treat all cookies alike need no table. */
const worthTelling = ([, cells]: readonly [string, LevelCells]): boolean =>
  cells['first-party'].persistent.reason !== 'level'

function table({ levels }: LevelReport, { language, paint }: Manner): string {
  const words = verdict[language]
  const shown = Object.entries(levels).filter(worthTelling)
  const head = [{ text: '' }, ...shown.map(([level]) => ({ text: sayLevel(level, language), paint: paint.bold }))]
  const rows = LEVEL_PARTIES.flatMap(party =>
    LIFETIMES.flatMap((lifetime): Cell[][] => {
      const label = cli[language]['judge.row']({
        party: words[`party.${party}`],
        lifetime: words[`lifetime.${lifetime}`],
      })
      const verdicts = shown.map(([, cells]) => cells[party][lifetime])
      const actions = verdicts.map(({ action }) => ({
        text: words[`action.${action}`],
        paint: paint[ACTION_PAINT[action]],
      }))
      const reasons = verdicts.map(({ reason }) => ({
        text: reason === 'satisfactory' ? '' : words[`reason.${reason}`],
        paint: paint.dim,
      }))
      const untold = reasons.every(({ text }) => text === '')
      return [[{ text: label }, ...actions], ...(untold ? [] : [[{ text: '' }, ...reasons]])]
    }),
  )
  return formatColumns([head, ...rows], 2)
}

const indented = (text: string, first: string, rest = first): string =>
  wrapText(text, terminalWidth() - rest.length)
    .map((line, at) => `${at === 0 ? first : rest}${line}\n`)
    .join('')

function mending(report: LevelReport, { language, paint }: Manner): string {
  if (report.repairs.length === 0) return indented(sayNoRepair(report, language), '  ')
  return report.repairs
    .map((repair, at) => {
      const where = repairText[language].mends({ where: sayMended(report, repair, language) })
      const changes = sayChanges(repair, language, printable)
      return indented(changes, `  ${at + 1}. `, '     ') + paint.dim(indented(where, '     '))
    })
    .join('')
}

/** What one browser does, why, and what would mend it. */
export function judgeText(agent: LevelAgent, report: LevelReport, manner: Manner): string {
  const { language, paint } = manner
  const text = cli[language]
  const title = `${paint.bold(agent.version)} (${agent.id}): ${verdict[language][`standing.${report.standing}`]}\n`
  const because = sayStanding(report, language, printable)
  return [
    title,
    table(report, manner),
    ...(because === null ? [] : [`${text['judge.because']}\n${indented(because, '  ')}`]),
    `${text['judge.mend']}\n${mending(report, manner)}`,
  ].join('\n')
}

/** What one browser does with each declared cookie. */
export function cookiesText(
  agent: LevelAgent,
  levels: readonly string[],
  cookies: readonly JudgedCookie[],
  { language, paint }: Manner,
): string {
  const words = verdict[language]
  const rows = cookies.map(({ name, header, ...context }): Cell[] => {
    const kind = cli[language]['judge.row']({
      party: words[`party.${context.party}`],
      lifetime: words[`lifetime.${context.lifetime}`],
    })
    const actions = levels.map(level => agent.decide(level, context, header).action)
    return [
      { text: printable(name), paint: paint.bold },
      { text: kind },
      ...actions.map(action => ({ text: words[`action.${action}`], paint: paint[ACTION_PAINT[action]] })),
    ]
  })
  const head = [
    { text: '' },
    { text: '' },
    ...levels.map(level => ({ text: sayLevel(level, language), paint: paint.bold })),
  ]
  return `\n${cli[language]['judge.cookies']}\n${formatColumns([head, ...rows], 2)}`
}
