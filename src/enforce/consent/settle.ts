import { isLanguage } from '../../messages/index.ts'
import type { Visitor } from '../door/door.ts'
import { choiceCookie } from './choice-cookie.ts'
import type { Asking } from './consent-options.ts'
import { decisionsBySignal, unheeded } from './decide.ts'
import { keepChoice, type NewChoice } from './keep-choice.ts'
import { shownNothing } from './shown-terms.ts'
import { speaks } from './speaks.ts'

/**
 * What is still to be recorded of a visitor: a choice made while the store was away, which says itself what was shown, and
 * then what their browser signals.
 */
function unsettled(asking: Asking, visitor: Visitor, request: Request): NewChoice | null {
  const { terms, policy, now } = asking
  const { choice } = visitor
  const common = { before: choice, site: new URL(request.url).host }
  if (choice !== null && !choice.recorded) return { ...choice, ...common }
  if (unheeded(terms, visitor).length === 0) return null
  return {
    ...common,
    at: now().toISOString(),
    how: 'signal',
    language: choice !== null && isLanguage(choice.language) ? choice.language : speaks(policy, request),
    decisions: decisionsBySignal(terms, visitor),
    shown: shownNothing(asking),
  }
}

/** One try for each page; where it fails nothing changes, and the next page tries again. */
export async function settle(asking: Asking, visitor: Visitor, request: Request): Promise<readonly string[]> {
  if (asking.recorder === null) return []
  const open = unsettled(asking, visitor, request)
  if (open === null) return []
  const kept = await keepChoice(asking, open)
  return kept.recorded ? [asking.door.vouch(choiceCookie(kept, asking.now(), asking.secure))] : []
}
