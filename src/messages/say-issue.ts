import type { Issue } from '../model/index.ts'
import { issueCompact, issue as messages } from './compiled/index.ts'
import type { Language } from './language.ts'

/** A message of a code; the code's row in its table and the message speak of the same data. */
const say = (message: unknown, data: Issue['data']): string =>
  typeof message === 'function' ? message(data) : String(message)

/** The issue in plain words. */
export const sayIssue = ({ code, data }: Issue, language: Language): string => say(messages[language][code], data)

/** The same for what can be wrong with a compact policy, without the texts of all else: for a browser. */
export const sayCompactIssue = ({ code, data }: Issue, language: Language): string =>
  say(issueCompact[language][code as keyof (typeof issueCompact)[Language]], data)
