import { type Language, report, sayIssue } from '../../messages/index.ts'
import type { Finding, IssueCode, Severity, Span } from '../../model/index.ts'
import { CODES } from '../../model/index.ts'
import type { BaselineEntry } from '../baseline/read-baseline.ts'
import { printable } from '../printable.ts'
import type { Report, SiteReport } from '../report.ts'
import { sayMend, sayPages, sayWhen } from '../say.ts'

export interface SarifOptions {
  readonly language: Language
  readonly version: string
  /** Where the page of each code is, with `{code}` in its place. */
  readonly help?: string
}

/** A name that stays the same wherever the documents lie. */
const HELP = 'urn:candor:finding:{code}'

const LEVELS = { error: 'error', warning: 'warning', note: 'note' } as const satisfies Record<Severity, string>

/** SARIF 2.1.0, 3.30: lines and columns from 1, the end column after the last character. */
const region = ({ line, column, endLine, endColumn }: Span): object => ({
  startLine: line,
  startColumn: column,
  ...(endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn }),
})

/** `a b.yaml` as a URI reference (SARIF 2.1.0, 3.4.3). */
const uriOf = (file: string): string => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')

function ruleOf(finding: Finding, { language, help = HELP }: SarifOptions): object {
  const { code } = finding.issue
  const words = code.replaceAll('-', ' ')
  const mend = sayMend(finding, language) || words
  return {
    id: code,
    name: code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: words },
    // GitHub asks for it, and shows it where the rule is listed.
    fullDescription: { text: `${words}. ${report[language].mend} ${mend}` },
    helpUri: help.replace('{code}', code),
    help: { text: mend },
    defaultConfiguration: { level: LEVELS[CODES[code].severity] },
  }
}

interface Told {
  readonly finding: Finding
  readonly entry: BaselineEntry | null
  readonly site: string
}

function resultOf(
  { finding, entry, site }: Told,
  codes: readonly IssueCode[],
  { file, language }: { file: string; language: Language },
): object {
  const { issue, subject, fingerprint, states, engines, pages } = finding
  const seen = [sayWhen(states, language), sayPages(finding, language)].filter(part => part !== '').join('; ')
  const text = printable(sayIssue(issue, language)) + (seen === '' ? '' : ` (${seen})`)
  return {
    ruleId: issue.code,
    ruleIndex: codes.indexOf(issue.code),
    level: LEVELS[issue.severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: region(issue.at ?? { line: 1, column: 1 }),
        },
        logicalLocations: [{ name: printable(subject), kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'candorFinding/v1': fingerprint },
    ...(entry === null ? {} : { suppressions: [{ kind: 'external', justification: entry.reason }] }),
    properties: { site, states, engines, pages },
  }
}

const toldOf = ({ site, findings, passed }: SiteReport): readonly Told[] => [
  ...findings.map(finding => ({ finding, entry: null, site: site.url })),
  ...passed.map(({ finding, entry }) => ({ finding, entry, site: site.url })),
]

/** One run of SARIF 2.1.0: each result at the line of the declaration that speaks of it, or should. */
export function reportSarif(all: Report, options: SarifOptions): object {
  const told = all.sites.flatMap(toldOf)
  const first = new Map(told.map(({ finding }) => [finding.issue.code, finding] as const).reverse())
  const codes = [...first.keys()].sort()
  const results = told.map(one => resultOf(one, codes, { file: all.file ?? 'candor.yaml', language: options.language }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Candor',
            semanticVersion: options.version,
            rules: codes.flatMap(code => {
              const finding = first.get(code)
              return finding === undefined ? [] : [ruleOf(finding, options)]
            }),
          },
        },
        automationDetails: { id: 'candor/observe/' },
        language: options.language,
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
}
