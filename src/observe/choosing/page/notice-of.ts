import { isDrawn, outerOf } from './reach.ts'
import { speaksOfCookies } from './read-label.ts'

/** The part of a page that asks, and how sure it is that it asks about cookies. */
export interface Notice {
  readonly root: Element
  readonly strength: number
}

/** Notices with their whole second layer are shorter. */
const LONGEST = 30_000

const HINT =
  /cookie|consent|gdpr|ccpa|rgpd|dsgvo|privacy|(?:^|[-_\s])(?:cmp|cc|tcf)(?:$|[-_\s])|candor|kakor|evast|kolacic|sutik|slapuk/i

const hintOf = (element: Element): string =>
  [element.id, element.getAttribute('class'), element.localName, element.getAttribute('aria-label')].join(' ')

export const isHinted = (element: Element): boolean => HINT.test(hintOf(element))

const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], [popover]'

/** How much one element looks like something that is laid over a page, or beside it, to ask. */
function looksLikeNotice(element: Element): number {
  const laidOver = ['fixed', 'sticky'].includes(getComputedStyle(element).position) ? 3 : 0
  return laidOver + (element.matches(DIALOG) ? 3 : 0) + (isHinted(element) ? 2 : 0)
}

/** Asks for an address or a password: letters to subscribe to, accounts to enter. */
const ASKS_ELSE = 'input[type="email"], input[type="password"], input[type="tel"], input[autocomplete="email"]'

/** Gates that ask how old one is. */
const AGE =
  /(?:^|\D)(?:16|18|21)(?:\s*\+|\s*(?:years|jahre|ans|años|anni|години|lat|let|år|jaar|év)|\D{0,12}(?:old|older|ober))/i

function isOther(root: Element, text: string): boolean {
  if (AGE.test(text) && !isHinted(root)) return true
  return [...root.querySelectorAll(ASKS_ELSE)].some(isDrawn) && !isHinted(root)
}

const textOf = (element: Element): string =>
  (element instanceof HTMLElement ? element.innerText : '') || (element.shadowRoot?.textContent ?? '')

/** In a frame of its own, all of the document is the notice. */
const isWhole = (element: Element): boolean => element === document.body || element === document.documentElement

/**
 * The notice that an element stands in: the outermost around it that looks like one and speaks of cookies. Where
 * nothing looks like one, what directly holds several answers will do, at less strength.
 */
export function noticeOf(element: Element, answersIn: (root: Element) => number): Notice | null {
  let found: Notice | null = null
  let seen = 0
  for (let at = outerOf(element); at !== null; at = outerOf(at)) {
    if (isWhole(at) && window === window.top) break
    const looks = looksLikeNotice(at) + (isWhole(at) ? 1 : 0)
    seen = Math.max(seen, looks)
    const enough = looks > 0 || (found === null && answersIn(at) >= 2)
    if (!enough) continue
    const text = textOf(at)
    if (text.length > LONGEST) break
    if (!isHinted(at) && !speaksOfCookies(text)) continue
    if (isOther(at, text)) return null
    found = { root: at, strength: Math.max(seen, 1) }
  }
  return found
}
