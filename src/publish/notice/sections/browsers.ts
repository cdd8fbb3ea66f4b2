import { browser, sayBrowsers, sayLife, sayRule, sayVersions } from '../../../messages/index.ts'
import {
  type BrowserEvidence,
  type CookieOutcome,
  type CookieRow,
  type CookieTable,
  type CookieTreatment,
  groupAlike,
} from '../../../model/index.ts'
import type { Context } from '../context.ts'
import {
  type Block,
  code,
  type Inlines,
  LINE_BREAK,
  lines,
  list,
  mark,
  paragraph,
  type Section,
  section,
  strong,
  type Tone,
  table,
} from '../nodes.ts'

const TONES = {
  kept: 'accept',
  shortened: 'hinder',
  'per-site': 'hinder',
  passing: 'hinder',
  refused: 'reject',
  'not-known': 'plain',
} as const satisfies Record<CookieOutcome, Tone>

const EVIDENCE: readonly BrowserEvidence[] = ['measured', 'source', 'documented']

/** Outcomes that want a word of explanation, in this order. */
const EXPLAINED = ['shortened', 'per-site', 'passing'] as const satisfies readonly CookieOutcome[]

function outcomeWords({ text, language }: Context, { outcome, days }: CookieTreatment): string {
  if (outcome === 'kept' && days === null) return text['browsers.kept-unknown']
  const words = text[`browsers.${outcome}`]
  return typeof words === 'function' ? words({ life: sayLife(days, language) }) : words
}

/** Why a cookie is not kept, or why that is not known; what becomes of the others needs no word for each. */
const reasonOf = ({ language }: Context, { outcome, rule, data }: CookieTreatment): string =>
  outcome === 'refused' || outcome === 'not-known' ? sayRule(rule, data, language) : ''

/** A line for all browsers that do the same. */
function treatmentLines(
  context: Context,
  ids: readonly string[],
  treatments: CookieRow['treatments'],
): readonly Inlines[] {
  const { language } = context
  const said = ids.flatMap(id => {
    const treatment = treatments[id]
    if (treatment === undefined) return []
    const { outcome } = treatment
    return [{ id, outcome, words: outcomeWords(context, treatment), reason: reasonOf(context, treatment) }]
  })
  return groupAlike(said, ({ words, reason }) => `${words}\n${reason}`).map(group => {
    const [{ outcome, words, reason }] = group
    const named = group.map(({ id }) => id)
    const isAll = named.length === Object.keys(treatments).length
    const browsers = isAll ? browser[language].all : sayBrowsers(named, language)
    return [mark(TONES[outcome], words), ' ', browsers, ...(reason === '' ? [] : [LINE_BREAK, reason])]
  })
}

/** What becomes of a cookie, and what else if a script sets it. */
function fateOf(context: Context, ids: readonly string[], { treatments, byScript }: CookieRow): Inlines {
  const says = (treatment: CookieTreatment | undefined) =>
    treatment === undefined ? '' : outcomeWords(context, treatment)
  const differing = ids.filter(id => says(treatments[id]) !== says(byScript[id]))
  const scripted = treatmentLines(context, differing, byScript)
  return lines([
    ...treatmentLines(context, ids, treatments),
    ...(scripted.length === 0 ? [] : [[context.text['browsers.by-script']], ...scripted]),
  ])
}

/** Cookies that all browsers treat alike share a row. */
function fateTable(context: Context, { browsers, rows }: CookieTable): Block {
  const { text } = context
  const ids = browsers.map(({ id }) => id)
  const fates = rows.map(row => ({ row, fate: fateOf(context, ids, row) }))
  return table(
    text['browsers.caption'],
    [text['cookies.name'], text['browsers.fate']],
    groupAlike(fates, ({ row, fate }) => JSON.stringify([row.host, fate])).map(group => [
      lines([...group.map(({ row }): Inlines => [strong(code(row.name))]), [group[0].row.host]]),
      group[0].fate,
    ]),
  )
}

/** How each browser's rules are known, versions included. */
function evidenceList({ text, language }: Context, { browsers }: CookieTable): Block {
  const items = EVIDENCE.flatMap(evidence => {
    const known = browsers.filter(one => one.evidence === evidence)
    return known.length === 0 ? [] : [[`${text[`browsers.${evidence}`]} ${sayVersions(known, language)}.`]]
  })
  return list(items)
}

function explanations({ text }: Context, { rows }: CookieTable): readonly Block[] {
  const all = rows.flatMap(({ treatments, byScript }) => [...Object.values(treatments), ...Object.values(byScript)])
  return EXPLAINED.filter(outcome => all.some(one => one.outcome === outcome)).map(outcome =>
    paragraph(text[`browsers.${outcome}.why`]),
  )
}

/** What today's browsers do with each cookie, browsers and cookies together that go alike. */
export function browsersSection(context: Context, treated: CookieTable): Section {
  const { text, language } = context
  return section(
    'browsers',
    [text['browsers.title']],
    [
      paragraph(text['browsers.about']),
      fateTable(context, treated),
      ...explanations(context, treated),
      paragraph(text['browsers.evidence']),
      evidenceList(context, treated),
      paragraph(browser[language]['table.list-note']),
    ],
  )
}
