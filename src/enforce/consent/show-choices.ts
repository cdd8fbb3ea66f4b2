import { choicesPage, dialogHtml, type Outcome, type Stop, stoppedPage } from '../../publish/consent/index.ts'
import type { Visitor } from '../door/door.ts'
import { jsonAnswer, pageAnswer } from './answers.ts'
import { clientState } from './client-state.ts'
import { type Asking, viewFor } from './consent-options.ts'
import { returnPath } from './return-path.ts'
import { speaks } from './speaks.ts'

/** A script says so first; a browser that shows pages never does. */
export const wantsJson = ({ headers }: Request): boolean =>
  /^\s*application\/json\s*(?:[;,]|$)/i.test(headers.get('Accept') ?? '')

const outcomeIn = (query: URLSearchParams): Outcome | null => {
  const outcome = query.get('outcome')
  return outcome === 'saved' || outcome === 'unrecorded' ? outcome : null
}

/** The choices as they stand: as a page, as what a script puts into a dialog, or as data. */
export function showChoices(asking: Asking, visitor: Visitor, request: Request): Response {
  const { url } = request
  const { searchParams: query } = new URL(url)
  const language = speaks(asking.policy, request, query.get('language'))
  if (wantsJson(request)) return jsonAnswer({ state: clientState(asking, visitor, { language, url }) })
  const view = viewFor(asking, visitor, { language, back: returnPath(query.get('return')) })
  const html = query.get('part') === 'dialog' ? dialogHtml(view) : choicesPage(view, outcomeIn(query))
  return pageAnswer(html, language)
}

/** Why nothing was changed, in the form that was asked for. */
export function showStop(asking: Asking, visitor: Visitor, request: Request, stop: Stop): Response {
  const status = stop === 'forged' ? 403 : 400
  if (wantsJson(request)) return jsonAnswer({ error: stop }, undefined, status)
  const language = speaks(asking.policy, request)
  return pageAnswer(stoppedPage(viewFor(asking, visitor, { language, back: '/' }), stop), language, status)
}
