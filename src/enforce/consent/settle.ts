import { isLanguage } from '../../messages/index.ts'
import type { Visitor } from '../door/door.ts'
import { choiceCookie } from './choice-cookie.ts'
import { type Asking, viewFor } from './consent-options.ts'
import { decidedBy, decisionsBySignal, unheeded } from './decide.ts'
import { keepChoice, type NewChoice } from './keep-choice.ts'
import { speaks } from './speaks.ts'

const EVERYTHING = {
  choice: 'save',
  asked: null,
  allow: new Set<string>(),
  how: 'form',
  language: null,
  back: null,
} as const

/** What is still to be recorded of a visitor: what their browser signals, or a choice made while the store was away. */
function unsettled(asking: Asking, visitor: Visitor, request: Request): NewChoice | null {
  const { terms, policy, now } = asking
  const { choice } = visitor
  const language = choice !== null && isLanguage(choice.language) ? choice.language : speaks(policy, request)
  const common = {
    before: choice,
    site: new URL(request.url).host,
    view: viewFor(asking, visitor, { language, back: '/' }),
  }
  const decided = unheeded(terms, visitor)
  if (decided.length > 0) {
    const decisions = decisionsBySignal(terms, visitor)
    return { ...common, at: now().toISOString(), how: 'signal', language, decisions, decided }
  }
  if (choice === null || choice.recorded) return null
  return { ...common, ...choice, decided: decidedBy(EVERYTHING, terms, visitor) }
}

/** One try for each page; where it fails nothing changes, and the next page tries again. */
export async function settle(asking: Asking, visitor: Visitor, request: Request): Promise<readonly string[]> {
  if (asking.recorder === null) return []
  const open = unsettled(asking, visitor, request)
  if (open === null) return []
  const kept = await keepChoice(asking, open)
  return kept.recorded ? [asking.door.vouch(choiceCookie(kept, asking.now(), asking.secure))] : []
}
