import type { CompactReading } from '../../../codec/compact/index.ts'
import { findLevelAgent, LEVEL_AGENTS } from '../../../judge/index.ts'
import {
  sayChanges,
  sayCompactIssue,
  sayLevel,
  sayMended,
  sayNoRepair,
  sayStanding,
  sayToken,
  verdict as verdicts,
  workbench,
} from '../../../messages/index.ts'
import {
  type Issue,
  LEVEL_PARTIES,
  type LevelAction,
  type LevelReport,
  type LevelVerdict,
  LIFETIMES,
  type Repair,
} from '../../../model/index.ts'
import { h, table } from './dom.ts'
import { language } from './language.ts'

const text = workbench[language]
const words = verdicts[language]

const TONES: Readonly<Record<LevelAction, string>> = {
  accept: 'good',
  flag: 'good',
  downgrade: 'mild',
  leash: 'mild',
  prompt: 'mild',
  reject: 'bad',
}

const ISSUE_TONES = { error: 'bad', warning: 'mild', note: 'good' } as const

export function tokenSection({ tokens }: CompactReading): HTMLElement {
  const rows = tokens.map(token => {
    const { label, means } = sayToken(token, language)
    return h(
      'tr',
      { class: token.kind === 'unknown' ? 'error' : '' },
      h('th', { class: 'token', attributes: { scope: 'row' } }, token.raw),
      h('td', {}, label === '' ? null : h('strong', {}, label), means),
    )
  })
  return h('section', {}, h('h2', {}, text.tokens), table(text.tokens, [text.token, text.meaning], rows))
}

export function issueSection(issues: readonly Issue[]): HTMLElement {
  const items = issues.map(issue =>
    h(
      'li',
      { class: ISSUE_TONES[issue.severity] },
      h('strong', {}, `${text[`severity.${issue.severity}`]}: `),
      h('span', {}, sayCompactIssue(issue, language)),
    ),
  )
  const body = items.length === 0 ? h('p', {}, text['issues-none']) : h('ul', { class: 'issues' }, ...items)
  return h('section', {}, h('h2', {}, text.issues), body)
}

function verdictCell({ action, reason }: LevelVerdict): HTMLElement {
  return h(
    'td',
    { class: TONES[action] },
    h('strong', {}, words[`action.${action}`]),
    h('small', {}, words[`reason.${reason}`]),
  )
}

const columns = LEVEL_PARTIES.flatMap(party => LIFETIMES.map(lifetime => ({ party, lifetime })))

function verdictTable({ levels }: LevelReport): HTMLElement {
  const head = columns.map(({ party, lifetime }) => `${words[`party.${party}`]}, ${words[`lifetime.${lifetime}`]}`)
  const rows = Object.entries(levels).map(([level, cells]) =>
    h(
      'tr',
      {},
      h('th', { attributes: { scope: 'row' } }, sayLevel(level, language)),
      ...columns.map(({ party, lifetime }) => verdictCell(cells[party][lifetime])),
    ),
  )
  return table(text.verdicts, [text.level, ...head], rows)
}

function repairItem(report: LevelReport, repair: Repair, apply: (repair: Repair) => void): HTMLElement {
  const where = sayMended(report, repair, language)
  return h(
    'li',
    {},
    h('span', {}, `${sayChanges(repair, language)}; ${text['repair-mends']({ cells: where })} `),
    h('button', { attributes: { type: 'button' }, on: { click: () => apply(repair) } }, text['repair-apply']),
  )
}

function repairSection(report: LevelReport, apply: (repair: Repair) => void): HTMLElement {
  const items = report.repairs.map(repair => repairItem(report, repair, apply))
  const body = items.length === 0 ? h('p', {}, sayNoRepair(report, language)) : h('ol', { class: 'repairs' }, ...items)
  return h('section', {}, h('h2', {}, text.repairs), body)
}

export interface VerdictChoice {
  readonly agent: string
  readonly choose: (agent: string) => void
  readonly apply: (repair: Repair) => void
}

/** What the chosen browser does with the cookies of a header, why, and what would mend it. */
export function verdictSections(header: string, { agent, choose, apply }: VerdictChoice): HTMLElement[] {
  const chosen = findLevelAgent(agent) ?? LEVEL_AGENTS[0]
  if (chosen === undefined) return []
  const report = chosen.report(header)
  const buttons = LEVEL_AGENTS.map(({ id, version }) =>
    h(
      'button',
      {
        attributes: { type: 'button', 'aria-pressed': String(id === chosen.id), 'data-agent': id },
        on: { click: () => choose(id) },
      },
      version,
    ),
  )
  const standing = h(
    'p',
    {},
    h('strong', { class: 'sentence' }, words[`standing.${report.standing}`]),
    '. ',
    sayStanding(report, language),
  )
  return [
    h(
      'section',
      {},
      h('h2', {}, text.verdicts),
      h('div', { class: 'row', attributes: { role: 'group', 'aria-label': text.agent } }, ...buttons),
      standing,
      verdictTable(report),
    ),
    repairSection(report, apply),
  ]
}
