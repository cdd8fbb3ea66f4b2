import type { Declared } from '../declare/index.ts'
import type { Issue } from '../model/index.ts'

/** Where in the text of the declaration a path leads. */
export type Locate = Declared['locate']

/** The issue with its place in the text, if it has one. */
export function placed(issue: Issue, locate: Locate | undefined): Issue {
  const at = issue.at ?? locate?.(issue.path)
  return at === undefined ? issue : { ...issue, at }
}
