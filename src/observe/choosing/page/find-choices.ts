import { labelOf, pressability } from './label-of.ts'
import { isHinted, type Notice, noticeOf } from './notice-of.ts'
import { canBeHit, elementsUnder, isDrawn, isWithin, outerOf } from './reach.ts'
import { type ReadLabel, readLabel, speaksOfCookies } from './read-label.ts'

/** Something on the page that can be pressed and says what for. */
export interface Candidate extends ReadLabel {
  readonly element: HTMLElement
  readonly label: string
  readonly pressed: 'button' | 'link'
}

export interface Choice extends Candidate {
  /** Null: it stands alone on the page, as links back to a choice do. */
  readonly notice: Notice | null
  readonly score: number
}

const MOST_ELEMENTS = 20_000
const MOST_CANDIDATES = 400

function candidateOf(element: HTMLElement): Candidate | null {
  const label = labelOf(element)
  const read = label === '' ? null : readLabel(label)
  if (read === null) return null
  const pressed = pressability(element)
  return pressed === null || !isDrawn(element) ? null : { ...read, element, label, pressed }
}

/** All that can be pressed and read; of two within each other the inner one. */
export function candidatesOn(root: Document): readonly Candidate[] {
  const found: Candidate[] = []
  for (const element of elementsUnder(root, MOST_ELEMENTS)) {
    const candidate = candidateOf(element)
    if (candidate === null) continue
    const around = found.findIndex(({ element: outer, pressed }) => pressed === 'link' && isWithin(element, outer))
    if (found.some(({ element: outer, pressed }) => pressed === 'button' && isWithin(element, outer))) continue
    if (around >= 0) found.splice(around, 1)
    found.push(candidate)
    if (found.length >= MOST_CANDIDATES) break
  }
  return found
}

/** Where pressing it leads to another page, it is seldom the answer itself. */
function leadsAway(element: HTMLElement): boolean {
  const link = element.closest('a')
  if (link === null || !link.hasAttribute('href')) return false
  return link.protocol.startsWith('http') && (link.pathname !== location.pathname || link.host !== location.host)
}

/** A link among the words of a sentence. */
function isInSentence({ element, label, pressed }: Candidate): boolean {
  const around = pressed === 'link' && getComputedStyle(element).display === 'inline' ? outerOf(element) : null
  return around !== null && (around.textContent ?? '').trim().length > label.length * 2
}

/** What is laid over the page and speaks of cookies. */
const isSure = (notice: Notice | null): boolean => (notice?.strength ?? 0) >= 3

function scoreOf(candidate: Candidate, notice: Notice | null): number {
  const { all, bare, pressed, element } = candidate
  return (
    (notice?.strength ?? 0) +
    (all ? 3 : 0) +
    (pressed === 'button' ? 2 : 0) -
    (bare ? 2 : 0) -
    (isInSentence(candidate) ? (isSure(notice) ? 2 : 4) : 0) -
    (leadsAway(element) ? 4 : 0)
  )
}

/** Less than this is a word in a text. */
const LEAST = 1

const isAnswer = ({ kind }: Candidate): boolean => kind === 'accept' || kind === 'refuse'

/** Whether it may be what it says, as it stands: a bare "yes" needs a notice that is surely one. */
const isPlausible = ({ bare, notice, score }: Choice): boolean =>
  score >= LEAST && notice !== null && (!bare || isSure(notice))

/** A page that one was led to in order to choose: what holds the buttons is the notice, whatever it looks like. */
function pageAsNotice(element: Element): Notice | null {
  const root = element.closest('form, main, [role="main"]') ?? document.body
  return isHinted(root) || speaksOfCookies(root.textContent ?? '') ? { root, strength: 1 } : null
}

/** The ways to answer that a person has on this page, the best first; `led` says that they were led here to choose. */
export function choicesIn(candidates: readonly Candidate[], led: boolean): readonly Choice[] {
  const answersIn = (root: Element) =>
    new Set(candidates.filter(one => isAnswer(one) && isWithin(one.element, root)).map(({ kind }) => kind)).size
  return candidates
    .map((candidate): Choice => {
      const notice = noticeOf(candidate.element, answersIn) ?? (led ? pageAsNotice(candidate.element) : null)
      return { ...candidate, notice, score: scoreOf(candidate, notice) }
    })
    .filter(choice => isPlausible(choice) && canBeHit(choice.element))
    .sort((one, other) => other.score - one.score)
}

/** Ways back to the choice stand anywhere, mostly at the foot of the page. */
export function waysBackIn(candidates: readonly Candidate[]): readonly Choice[] {
  return candidates
    .filter(({ kind }) => kind === 'back')
    .map(candidate => ({ ...candidate, notice: null, score: backScore(candidate) }))
    .filter(({ element }) => canBeHit(element))
    .sort((one, other) => other.score - one.score)
}

const backScore = ({ element, pressed }: Candidate): number =>
  (pressed === 'button' ? 2 : 0) +
  (element.closest('footer, [role="contentinfo"], [class*="footer" i]') === null ? 0 : 2) +
  (leadsAway(element) ? 0 : 1)
