import { cli, type Language, sayIssue } from '../messages/index.ts'
import type { Issue } from '../model/index.ts'
import { formatColumns, type Paint, printable, SEVERITY_PAINT } from './terminal.ts'

/** Issues for a person: how grave, what, and the code under which the documents tell more. */
export function formatIssues(issues: readonly Issue[], language: Language, paint: Paint): string {
  return formatColumns(
    issues.map(found => [
      { text: cli[language][`severity.${found.severity}`], paint: paint[SEVERITY_PAINT[found.severity]] },
      { text: `${printable(sayIssue(found, language))} [${found.code}]` },
    ]),
    2,
  )
}
