import { consent as messages } from '../../messages/index.ts'
import type { Visitor } from '../door/door.ts'
import { type Extras, jsonAnswer, seeOther } from './answers.ts'
import { choiceCookie } from './choice-cookie.ts'
import { readChoiceForm } from './choice-form.ts'
import { clientState } from './client-state.ts'
import { type Asking, viewFor } from './consent-options.ts'
import { decidedBy, decisionsAfter } from './decide.ts'
import { keepChoice } from './keep-choice.ts'
import { LONGEST_NESTED, returnPath } from './return-path.ts'
import { isForged } from './same-origin.ts'
import { showStop, wantsJson } from './show-choices.ts'
import { shownBy } from './shown-terms.ts'
import { speaks } from './speaks.ts'

/** Back to where the visitor was: where that is the page of choices itself, it says what came of it. */
function destination(asking: Asking, back: string, outcome: string): string {
  const choices = `${asking.base}/choices`
  if (back !== choices && !back.startsWith(`${choices}?`)) return back
  const query = new URLSearchParams(back.slice(choices.length + 1))
  query.set('outcome', outcome)
  return `${choices}?${query}`
}

/** Takes a visitor's choice: reads it, decides, records it, puts it into their cookie, and takes back what is no longer allowed. */
export async function takeChoice(asking: Asking, visitor: Visitor, request: Request): Promise<Response> {
  const { terms, door, now, policy } = asking
  if (isForged(request)) return showStop(asking, visitor, request, 'forged')
  const form = await readChoiceForm(request)
  if (form === null) return showStop(asking, visitor, request, 'unreadable')
  const { url } = request
  const { host, pathname, protocol } = new URL(url)
  const language = speaks(policy, request, form.language)
  const back = returnPath(form.back, LONGEST_NESTED)
  const choice = await keepChoice(asking, {
    at: now().toISOString(),
    how: form.how,
    language,
    decisions: decisionsAfter(form, terms, visitor),
    before: visitor.choice,
    site: host,
    shown: shownBy(form, asking, {
      view: viewFor(asking, visitor, { language, back }),
      decided: decidedBy(form, terms, visitor),
    }),
  })
  const after = door.withChoice(visitor, choice)
  const taken = door.withdraw(after, { host, path: pathname, https: protocol === 'https:' })
  const extras: Extras = {
    setCookies: [...taken.setCookies, door.vouch(choiceCookie(choice, now(), asking.secure))],
    headers: taken.headers,
  }
  const outcome = choice.recorded ? 'saved' : 'unrecorded'
  if (!wantsJson(request)) return seeOther(destination(asking, back, outcome), extras)
  const state = clientState(asking, after, { language, url })
  return jsonAnswer({ state, said: messages[language][outcome] }, extras)
}
