import { type Language, sayIssue } from '../messages/index.ts'
import type { Checked } from './check-declaration.ts'

/** A check for programs. Fields may be added; none is renamed. */
export const checkJson = ({ issues, policy }: Checked, file: string, language: Language) => ({
  issues: issues.map(found => ({
    code: found.code,
    severity: found.severity,
    text: sayIssue(found, language),
    file,
    line: found.at?.line ?? 1,
    column: found.at?.column ?? 1,
    path: found.path,
  })),
  policy: policy === null ? null : { hash: policy.hash },
})
