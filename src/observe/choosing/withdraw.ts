import { CHOICES_PAGE } from '../../model/index.ts'
import type { Looking } from '../looking/looking.ts'
import { type ChoosingOptions, type Chosen, notChosen, refuse, waitForNotice } from './choose.ts'
import { type Marks, marksOf, signsOfChange } from './marks.ts'
import { offerOf, press } from './offers.ts'

/** What was pressed to get back to the choice; null if there is no way. */
async function goBack(looking: Looking, { start, limits }: ChoosingOptions): Promise<readonly string[] | null> {
  const label = await press(looking, 'back')
  if (label !== null) {
    await looking.look(limits)
    return [label]
  }
  // A site that Candor serves may have nothing to press that leads there.
  const { ok, status } = await looking.visit(new URL(CHOICES_PAGE, start).href, limits)
  return ok && (status === null || status < 400) ? [] : null
}

/** A withdrawal has effect if something is other than before, whether the page now asks again or not. */
async function proveWithdrawal(looking: Looking, { start, limits }: ChoosingOptions, before: Marks) {
  const looks = [await looking.look(limits), await looking.visit(start, limits)]
  const changed = signsOfChange(before, await marksOf(looking))
  const { asks } = await offerOf(looking)
  const signs = [asks ? 'notice-back' : 'notice-gone', ...changed]
  return changed.length === 0
    ? ({ signs, effect: 'none', failure: 'nothing-changed', looks } as const)
    : ({ signs, effect: 'proven', failure: null, looks } as const)
}

/** On a page whose notice was accepted: finds the way back to the choice, refuses there, and proves that this had effect. */
export async function withdraw(looking: Looking, options: ChoosingOptions): Promise<Chosen> {
  const before = await marksOf(looking)
  const back = await goBack(looking, options)
  if (back === null) return notChosen('withdraw', 'no-way-back', null)
  const { notice } = await waitForNotice(looking)
  const refused = await refuse(looking, options.limits, true)
  // What leads back may be all there is: pressing it withdraws.
  const isDone = refused.length > 0 || signsOfChange(before, await marksOf(looking)).length > 0
  if (!isDone) return notChosen('withdraw', 'no-answer', notice)
  const proof = await proveWithdrawal(looking, options, before)
  return { act: 'withdraw', by: 'finder', notice, pressed: [...back, ...refused], ...proof }
}
