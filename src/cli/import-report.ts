import { countQuestions } from '../declare/from-p3p/index.ts'
import { cli, type Language, sayIssue } from '../messages/index.ts'
import type { Imported } from './import-draft.ts'
import { formatPlaces } from './issue-list.ts'
import { createPaint, printable } from './terminal.ts'
import type { Io } from './verb.ts'

/** The form for programs. Fields may be added; none is renamed. */
export function importJson({ draft, policies, issues }: Imported, language: Language): string {
  const told = issues.map(({ source, issue: found }) => ({
    code: found.code,
    severity: found.severity,
    text: sayIssue(found, language),
    file: source,
    line: found.at?.line ?? null,
    column: found.at?.column ?? null,
    path: found.path,
  }))
  return `${JSON.stringify({ declaration: draft?.declaration ?? null, policies, issues: told }, null, 2)}\n`
}

/** What a person is told beside the result: the problems, file by file, and how much there is to answer. */
export function importTalk({ draft, issues }: Imported, io: Io): string {
  const sources = [...new Set(issues.map(({ source }) => source))]
  const lists = sources.map(source => {
    const found = issues.filter(told => told.source === source).map(told => told.issue)
    const name = source === '-' ? cli[io.language]['standard-input'] : printable(source)
    return `${name}\n${formatPlaces(found, io.language, createPaint(io.colour))}`
  })
  const count = draft === null ? 0 : countQuestions(draft.declaration)
  const questions = count === 0 ? '' : `${cli[io.language]['import.questions']({ count })}\n`
  return lists.join('') + questions
}
