import { cli } from '../messages/index.ts'
import { SEVERITIES } from '../model/index.ts'
import type { Checked } from './check-declaration.ts'
import { type PlacedManner, placedIssues } from './placed-issues.ts'

function summary({ issues, policy }: Checked, { file, language, paint }: PlacedManner): string {
  const words = cli[language]
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map(
    severity => issues.filter(found => found.severity === severity).length,
  )
  const counted =
    issues.length === 0 ? words['check.clean']({ file }) : words['check.counted']({ errors, warnings, notes })
  const came = policy === null ? words['check.no-policy'] : words['check.policy']({ hash: policy.hash })
  const colour = errors > 0 ? paint.red : warnings > 0 ? paint.yellow : paint.green
  return `${colour(counted)} ${came}\n`
}

/** A check for a person: a line for each problem that editors open at its place, and what it came to. */
export function checkText(checked: Checked, manner: PlacedManner): string {
  const told = placedIssues(checked.issues, manner)
  return `${told}${told === '' ? '' : '\n'}${summary(checked, manner)}`
}
