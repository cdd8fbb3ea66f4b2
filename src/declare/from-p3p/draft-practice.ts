import { groupInfoName, statementGroupOf } from '../../codec/p3p-xml/index.ts'
import { issue, type P3pPolicy, type P3pStatement, type P3pUse } from '../../model/index.ts'
import { type Choice, RETENTIONS } from '../../vocabulary/index.ts'
import { clean, type Drafting, type DraftTable, type DraftValue, oneOrMany, table } from './draft.ts'
import { draftData } from './draft-data.ts'
import { leadStatement, type StatementSource, statementOf } from './source.ts'
import { say } from './variants.ts'

/** The name an editor gave it; P3P itself has none. */
export const statementName = (statement: P3pStatement): string | null =>
  groupInfoName(statement) ?? statementGroupOf(statement)

/** What leaves the visitor least comes first. */
const LEAST_CHOICE: readonly Choice[] = ['always', 'opt-out', 'opt-in']

function choiceOf(uses: readonly P3pUse<string>[], path: readonly (string | number)[], drafting: Drafting): Choice {
  const given = new Set(uses.map(use => use.required ?? 'always'))
  const choice = LEAST_CHOICE.find(one => given.has(one)) ?? 'always'
  const [use] = uses
  if (given.size > 1 && use !== undefined)
    drafting.issues.push(issue('import-uses-merged', { use: use.id, choice }, { path }))
  return choice
}

/** Purposes or recipients: a word, a list, or a table where something is said of them. */
function draftUses(
  source: StatementSource,
  pick: (statement: P3pStatement) => readonly P3pUse<string>[],
  drafting: Drafting,
): DraftValue | undefined {
  const lead = pick(leadStatement(source))
  const ids = [...new Set(lead.map(use => use.id))]
  const uses = ids.map(id => {
    const same = lead.filter(use => use.id === id)
    const choice = choiceOf(same, source.path, drafting)
    const texts = (policy: P3pPolicy) =>
      pick(statementOf(source, policy))
        .filter(use => use.id === id)
        .flatMap(use => use.descriptions)
        .join('; ')
    return { id, choice, text: say(source.variants, texts, drafting) }
  })
  if (uses.length === 0) return undefined
  if (uses.every(use => use.choice === 'always' && use.text === undefined)) return oneOrMany(ids)
  return Object.fromEntries(
    uses.map(({ id, choice, text }) => [
      id,
      text === undefined ? choice : table({ choice: choice === 'always' ? undefined : choice, text }),
    ]),
  )
}

/** How long: a rule that keeps data by a timetable wants the time, which P3P leaves to the policy for people. */
function draftRetention(source: StatementSource, drafting: Drafting): DraftValue {
  const { retentions } = leadStatement(source)
  const [rule] = retentions
  if (rule === undefined) return drafting.ask('ask.retention')
  if (retentions.length > 1) drafting.lose('retention', rule, source.path)
  const timed = RETENTIONS.some(term => term.id === rule && term.timetable)
  return timed ? { rule, period: drafting.ask('ask.period') } : rule
}

/** Extensions that say something else than the name, which is taken over. */
function tellLosses(source: StatementSource, drafting: Drafting) {
  const { extensions, purposes, recipients } = leadStatement(source)
  for (const { content } of [...extensions, ...[...purposes, ...recipients].flatMap(use => use.extensions)]) {
    for (const child of content) {
      const name = typeof child === 'string' ? clean(child).slice(0, 40) : child.name
      if (name !== 'GROUP-INFO' && name !== 'STATEMENT-GROUP' && name !== '') {
        drafting.lose('extension', name, source.path)
      }
    }
  }
}

/** A STATEMENT as a practice (P3P 1.0, 3.3). */
export function draftPractice(source: StatementSource, drafting: Drafting): DraftTable {
  const { variants } = source
  const sayIn = (pick: (statement: P3pStatement) => string | null) =>
    say(variants, policy => pick(statementOf(source, policy)), drafting)
  tellLosses(source, drafting)
  return table({
    name: sayIn(statementName) ?? drafting.ask('ask.practice-name'),
    reason: sayIn(statement => statement.consequence) ?? drafting.ask('ask.reason'),
    data: draftData(source, drafting),
    purposes: draftUses(source, statement => statement.purposes, drafting) ?? drafting.ask('ask.purposes'),
    recipients: draftUses(source, statement => statement.recipients, drafting) ?? drafting.ask('ask.recipients'),
    retention: draftRetention(source, drafting),
    identifiable: leadStatement(source).nonIdentifiable ? false : undefined,
  })
}
