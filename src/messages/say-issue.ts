import type { Issue } from '../model/index.ts'
import { issue as messages } from './compiled/index.ts'
import type { Language } from './language.ts'

/** The issue in plain words. */
export function sayIssue({ code, data }: Issue, language: Language): string {
  const message: unknown = messages[language][code]
  return typeof message === 'function' ? message(data) : String(message)
}
