import { judgeDeclaredCookies } from '../judge/cookies/index.ts'
import { browser, type Language, sayBrowsers, sayRule, sayTreatment } from '../messages/index.ts'
import { type CookieRow, type CookieTable, type CookieTreatment, groupAlike, type Policy } from '../model/index.ts'
import type { Manner } from './judge-text.ts'
import { type Cell, formatColumns, printable } from './terminal.ts'

type Treatments = Readonly<Record<string, CookieTreatment>>

/** What today's browsers do with what a policy declares. */
export const declaredTable = (policy: Policy, now: Date): CookieTable =>
  judgeDeclaredCookies(policy.cookies, { site: policy.site.url, now: now.toISOString() })

const treatmentsJson = (treatments: Treatments, language: Language): object =>
  Object.fromEntries(
    Object.entries(treatments).map(([id, { outcome, days, rule, data }]) => [
      id,
      { outcome, days, rule, because: sayRule(rule, data, language) },
    ]),
  )

/** The form for programs. Fields may be added; none is renamed. */
export const declaredJson = ({ browsers, rows }: CookieTable, language: Language): object => ({
  versions: Object.fromEntries(browsers.map(({ id, version }) => [id, version])),
  cookies: rows.map(({ treatments, byScript, ...row }) => ({
    ...row,
    byHeader: treatmentsJson(treatments, language),
    byScript: treatmentsJson(byScript, language),
  })),
})

/** Browsers by what they do, those that do the same in one line. */
function grouped(treatments: Treatments, language: Language): readonly (readonly [string, string])[] {
  const said = Object.entries(treatments).map(([id, treatment]) => ({ id, words: sayTreatment(treatment, language) }))
  return groupAlike(said, ({ words }) => words).map(group => {
    const ids = group.map(({ id }) => id)
    return [group[0].words, sayBrowsers(ids, language)]
  })
}

/** The browsers that keep it differently when a script sets it. */
const differing = ({ treatments, byScript }: CookieRow): Treatments =>
  Object.fromEntries(Object.entries(byScript).filter(([id, { days }]) => treatments[id]?.days !== days))

function cookieRows(row: CookieRow, language: Language): readonly (readonly Cell[])[] {
  const text = browser[language]
  const script = grouped(differing(row), language).map(([life, browsers]) =>
    text['table.by-script']({ life, browsers }),
  )
  return [
    ...grouped(row.treatments, language).map(([words, names], at): Cell[] => [
      { text: at === 0 ? printable(row.name) : at === 1 ? printable(row.host) : '' },
      { text: words },
      { text: names },
    ]),
    ...script.map((words): Cell[] => [{ text: '' }, { text: '' }, { text: words }]),
  ]
}

/** For people: a block a cookie. */
export function declaredText({ rows }: CookieTable, { language, paint }: Manner): string {
  if (rows.length === 0) return ''
  const text = browser[language]
  const head = [text['table.cookie'], text['table.kept'], text['table.browser']].map(words => ({
    text: words,
    paint: paint.bold,
  }))
  const body = rows.flatMap(row => cookieRows(row, language))
  return `\n${paint.bold(text['table.declared'])}\n${formatColumns([head, ...body], 2)}\n${paint.dim(text['table.list-note'])}\n`
}
