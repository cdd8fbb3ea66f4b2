import { setTimeout as pause } from 'node:timers/promises'
import type { ChoiceAct, ChoiceObservation } from '../../model/index.ts'
import type { Looking, PageLook, VisitLimits } from '../looking/looking.ts'
import { type Marks, marksOf, signsOfChange } from './marks.ts'
import { offerOf, press, switchAllOff } from './offers.ts'
import { answerByRules } from './rules.ts'

/** Why a choice is not as it should be. */
export type ChoiceFailure =
  /** The page does not ask, as far as could be seen. */
  | 'no-notice'
  /** It asks, but leaves no way to answer so. */
  | 'no-answer'
  /** Nothing leads back to the choice. */
  | 'no-way-back'
  /** It was answered, and asks again when it is loaded again. */
  | 'still-asks'
  /** It was answered, and nothing in the browser is other than before. */
  | 'nothing-changed'

/** What was done about a choice, and what came of it. */
export interface Chosen extends Pick<ChoiceObservation, 'act' | 'by' | 'notice' | 'pressed' | 'effect' | 'signs'> {
  /** Null: it was made, and has effect. */
  readonly failure: ChoiceFailure | null
  /** What was seen since: after the answer, and of the page when it was loaded again. */
  readonly looks: readonly PageLook[]
}

export interface ChoosingOptions {
  /** The page that asks. */
  readonly start: string
  readonly limits: VisitLimits
}

/** Notices often come after the page. */
const PATIENCE_MS = 2500
const BETWEEN_MS = 250

export interface Asking {
  readonly asks: boolean
  readonly notice: string | null
  /** How long it took to show. */
  readonly after: number
}

/** Waits for the page to ask, as long as is worth it. */
export async function waitForNotice(looking: Looking, patience: number = PATIENCE_MS): Promise<Asking> {
  const began = Date.now()
  for (;;) {
    const { asks, notice } = await offerOf(looking)
    const after = Date.now() - began
    if (asks || after >= patience) return { asks, notice, after }
    await pause(BETWEEN_MS)
  }
}

/** Whether a notice that was answered goes away; some take their time over it. */
async function waitForSilence(looking: Looking): Promise<boolean> {
  const began = Date.now()
  while ((await offerOf(looking)).asks) {
    if (Date.now() - began > PATIENCE_MS) return false
    await pause(BETWEEN_MS)
  }
  return true
}

export interface Answered {
  readonly by: 'rules' | 'finder'
  readonly notice: string | null
  readonly pressed: readonly string[]
}

/** Refuses in the second layer: by its own button, else by turning off what can be turned off. */
async function refuseInSettings(looking: Looking, limits: VisitLimits): Promise<readonly string[]> {
  const refused = await press(looking, 'refuse', true)
  if (refused !== null) {
    await looking.look(limits)
    // Some only turn everything off, and want that saved.
    const saved = (await offerOf(looking)).asks ? await press(looking, 'save', true) : null
    return saved === null ? [refused] : [refused, saved]
  }
  await switchAllOff(looking)
  const saved = await press(looking, 'save', true)
  return saved === null ? [] : [saved]
}

/** The words that were pressed, none if there is no way. */
export async function refuse(looking: Looking, limits: VisitLimits, led: boolean): Promise<readonly string[]> {
  const refused = await press(looking, 'refuse', led)
  if (refused !== null) return [refused]
  const settings = led ? null : await press(looking, 'settings')
  if (settings === null && !led) return []
  if (settings !== null) await looking.look(limits)
  const inner = await refuseInSettings(looking, limits)
  return inner.length === 0 || settings === null ? inner : [settings, ...inner]
}

async function accept(looking: Looking): Promise<readonly string[]> {
  const accepted = await press(looking, 'accept')
  return accepted === null ? [] : [accepted]
}

async function answer(looking: Looking, act: 'accept' | 'refuse', limits: VisitLimits): Promise<Answered | null> {
  const manager = await answerByRules(looking, act)
  // A notice that nobody sees may have been answered in place of the one that is shown.
  if (manager !== null && (await waitForSilence(looking))) return { by: 'rules', notice: manager, pressed: [] }
  const { notice } = await offerOf(looking)
  const pressed = act === 'accept' ? await accept(looking) : await refuse(looking, limits, false)
  return pressed.length === 0 ? null : { by: 'finder', notice, pressed }
}

export const notChosen = (act: ChoiceAct, failure: ChoiceFailure, notice: string | null): Chosen => ({
  act,
  by: null,
  notice,
  pressed: [],
  effect: 'none',
  signs: [],
  failure,
  looks: [],
})

/** The page is loaded again: an answer that had effect is kept, and is not asked for again. */
async function prove(
  looking: Looking,
  { start, limits }: ChoosingOptions,
  before: { readonly marks: Marks; readonly patience: number },
): Promise<Pick<Chosen, 'signs' | 'effect' | 'failure' | 'looks'>> {
  const looks = [await looking.look(limits), await looking.visit(start, limits)]
  const changed = signsOfChange(before.marks, await marksOf(looking))
  const { asks } = await waitForNotice(looking, before.patience)
  const signs = asks ? changed : ['notice-gone', ...changed]
  const failure = asks ? 'still-asks' : changed.length === 0 ? 'nothing-changed' : null
  return { signs, effect: failure === null ? 'proven' : asks ? 'none' : 'unknown', failure, looks }
}

/** On the page as it stands: answers its notice, and proves that this had effect. */
export async function choose(looking: Looking, act: 'accept' | 'refuse', options: ChoosingOptions): Promise<Chosen> {
  const asking = await waitForNotice(looking)
  const marks = await marksOf(looking)
  const answered = await answer(looking, act, options.limits)
  if (answered === null) return notChosen(act, asking.asks ? 'no-answer' : 'no-notice', asking.notice)
  const proof = await prove(looking, options, { marks, patience: asking.after + 500 })
  return { act, ...answered, ...proof }
}
