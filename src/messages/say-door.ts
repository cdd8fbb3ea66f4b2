import type { DoorDecision } from '../model/index.ts'
import { door } from './compiled/index.ts'
import type { Language } from './language.ts'

/** What the door did to a cookie, and why, in a sentence or two. */
export function sayDoorDecision({ action, cookie, practice, reason, mode }: DoorDecision, language: Language): string {
  const words = door[language]
  return words.said({
    cookie,
    practice: practice ?? 'none',
    action: words[`action.${action}`],
    mode,
    reason: words[reason],
  })
}
