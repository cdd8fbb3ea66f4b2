/** What runs in each document of a page: tells of notices, and presses their buttons. One expression, one answer. */
import { type Choice, candidatesOn, choicesIn, waysBackIn } from './find-choices.ts'
import { press } from './press.ts'
import { elementsUnder } from './reach.ts'
import type { ChoiceKind } from './read-label.ts'

/** What is wanted of a page, and the kinds that will do for it, the better first: to take note is a yes, if a poor one. */
const WISHES = {
  accept: ['accept', 'acknowledge'],
  refuse: ['refuse'],
  settings: ['settings', 'back'],
  save: ['save'],
  back: ['back'],
} as const satisfies Readonly<Record<string, readonly ChoiceKind[]>>

export type Wish = keyof typeof WISHES

/** What a document has to choose from. */
export interface Offer {
  /** A notice that wants an answer is there. */
  readonly asks: boolean
  /** What it begins with. */
  readonly notice: string | null
  /** For each wish that could be fulfilled here, how well. */
  readonly scores: Partial<Readonly<Record<Wish, number>>>
}

const startOf = (choice: Choice | undefined): string | null => {
  const root = choice?.notice?.root
  const text = root instanceof HTMLElement ? root.innerText || root.shadowRoot?.textContent : null
  return text === null || text === undefined ? null : text.trim().replace(/\s+/g, ' ').slice(0, 120)
}

/** A frame that nobody sees asks nobody. */
const isSeen = (): boolean => innerWidth >= 40 && innerHeight >= 20

interface Found {
  readonly choices: readonly Choice[]
  readonly back: readonly Choice[]
}

function find(led: boolean): Found {
  const candidates = isSeen() ? candidatesOn(document) : []
  return { choices: choicesIn(candidates, led), back: waysBackIn(candidates) }
}

function bestFor(wish: Wish, { choices, back }: Found): Choice | undefined {
  if (wish === 'back') return back[0]
  for (const kind of WISHES[wish]) {
    const best = choices.find(choice => choice.kind === kind)
    if (best !== undefined) return best
  }
  return undefined
}

/** `led`: the person was led here in order to choose. */
export function offer(led: boolean): Offer {
  const found = find(led)
  const wishes = Object.keys(WISHES) as Wish[]
  const scores = wishes.flatMap(wish => {
    const best = bestFor(wish, found)
    return best === undefined ? [] : [[wish, best.score] as const]
  })
  const asking = bestFor('accept', found) ?? bestFor('refuse', found)
  return { asks: asking !== undefined, notice: startOf(asking ?? found.choices[0]), scores: Object.fromEntries(scores) }
}

/** Presses what fits the wish best; tells what was written on it, or null where nothing fits. */
export function fulfil(wish: Wish, led: boolean): string | null {
  const best = bestFor(wish, find(led))
  if (best === undefined) return null
  // After the answer is on its way: pressing may lead away from this document.
  setTimeout(() => press(best.element))
  return best.label
}

const SWITCHED_ON =
  'input[type="checkbox"]:checked:not(:disabled), [role="switch"][aria-checked="true"]:not([aria-disabled="true"]), [role="checkbox"][aria-checked="true"]:not([aria-disabled="true"])'

/** Turns off all that may be turned off in the notice whose choices can be saved; tells how many there were. */
export function switchOff(): number {
  const saving = bestFor('save', find(true))
  const root = saving?.notice?.root
  if (root === undefined) return 0
  const on = [...elementsUnder(root, 5000)].filter(element => element.matches(SWITCHED_ON))
  for (const element of on) element.click()
  return on.length
}
