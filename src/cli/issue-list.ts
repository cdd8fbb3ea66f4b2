import { cli, type Language, sayIssue } from '../messages/index.ts'
import type { Issue } from '../model/index.ts'
import { type Cell, formatColumns, type Paint, printable, SEVERITY_PAINT } from './terminal.ts'

/** How grave, what, and the code under which the documents tell more. */
const cellsOf = (found: Issue, language: Language, paint: Paint): readonly Cell[] => [
  { text: cli[language][`severity.${found.severity}`], paint: paint[SEVERITY_PAINT[found.severity]] },
  { text: `${printable(sayIssue(found, language))} [${found.code}]` },
]

/** Issues of what stands on the command line, for a person. */
export const formatIssues = (issues: readonly Issue[], language: Language, paint: Paint): string =>
  formatColumns(
    issues.map(found => cellsOf(found, language, paint)),
    2,
  )

/** Issues of a file that has been named, each with its line and column. */
export const formatPlaces = (issues: readonly Issue[], language: Language, paint: Paint): string =>
  formatColumns(
    issues.map(found => [
      { text: found.at === undefined ? '' : `${found.at.line}:${found.at.column}`, paint: paint.dim },
      ...cellsOf(found, language, paint),
    ]),
    2,
  )
