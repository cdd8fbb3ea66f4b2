import { type PrivacyImportAgent, siteRuleOf } from '../../judge/privacy-import/index.ts'
import { cli, type Language, sayImportVerdict, verdict } from '../../messages/index.ts'
import { type ImportVerdict, LEVEL_PARTIES, LIFETIMES, type PrivacyImport } from '../../model/index.ts'
import { type Cell, createPaint, formatColumns, printable } from '../terminal.ts'
import type { Subject } from './subjects.ts'

interface Row {
  readonly party: (typeof LEVEL_PARTIES)[number]
  readonly lifetime: (typeof LIFETIMES)[number]
  readonly name: string | null
  readonly verdict: ImportVerdict
}

/** Each declared cookie with its own header, or one of each kind. */
function rowsOf(agent: PrivacyImportAgent, model: PrivacyImport, { header, cookies }: Subject): readonly Row[] {
  if (cookies === null) {
    const cells = agent.verdicts(header)
    return LEVEL_PARTIES.flatMap(party =>
      LIFETIMES.map(lifetime => ({ party, lifetime, name: null, verdict: cells[party][lifetime] })),
    )
  }
  return cookies.map(({ name, host, party, lifetime, header: own }) => {
    const siteRule = siteRuleOf(model, host)
    const context = { party, lifetime, ...(siteRule === undefined ? {} : { siteRule }) }
    return { party, lifetime, name, verdict: agent.decide(context, own) }
  })
}

export const importPleases = (agent: PrivacyImportAgent, model: PrivacyImport, subject: Subject): boolean =>
  rowsOf(agent, model, subject).every(row => row.verdict.action === 'accept')

const spoken = (found: ImportVerdict, language: Language) => ({ ...found, text: sayImportVerdict(found, language) })

/** The form for programs: as for levels, or cookie by cookie. */
export function importJson(
  agent: PrivacyImportAgent,
  model: PrivacyImport,
  subject: Subject,
  language: Language,
): object {
  const rows = rowsOf(agent, model, subject)
  if (subject.cookies !== null)
    return { cookies: rows.map(({ verdict: found, ...cookie }) => ({ ...cookie, ...spoken(found, language) })) }
  const cells = LEVEL_PARTIES.map(party => {
    const own = rows.filter(row => row.party === party)
    return [party, Object.fromEntries(own.map(row => [row.lifetime, spoken(row.verdict, language)]))]
  })
  return { verdicts: Object.fromEntries(cells) }
}

interface Manner {
  readonly language: Language
  readonly colour: boolean
}

export function importText(
  agent: PrivacyImportAgent,
  model: PrivacyImport,
  subject: Subject,
  { language, colour }: Manner,
): string {
  const paint = createPaint(colour)
  const words = verdict[language]
  const rows = rowsOf(agent, model, subject).map((row): Cell[] => {
    const kind = cli[language]['judge.row']({
      party: words[`party.${row.party}`],
      lifetime: words[`lifetime.${row.lifetime}`],
    })
    const { action } = row.verdict
    return [
      ...(row.name === null ? [] : [{ text: printable(row.name), paint: paint.bold }]),
      { text: kind },
      { text: words[`action.${action}`], paint: action === 'accept' ? paint.green : paint.yellow },
      { text: printable(sayImportVerdict(row.verdict, language)) },
    ]
  })
  return formatColumns(rows, 2)
}
