import { hashOfText, shortHash } from '../../compile/index.ts'
import type { Language } from '../../messages/index.ts'
import type { ConsentTerm, ShownTerms } from '../../model/index.ts'
import { type ConsentView, wordsShown } from '../../publish/consent/index.ts'
import type { ChoiceForm } from './choice-form.ts'
import type { Asking } from './consent-options.ts'

/** What a visitor chose on whom Candor showed nothing, or who chose in the site's own words. */
export const shownNothing = ({ policy }: Asking): ShownTerms => ({ policy: policy.hash, text: null })

/**
 * Whether a form is one of Candor's own as it is now: a page stays open while the policy changes, even if in words alone, and a
 * script may ask in words of the site's.
 */
const isOfNow = ({ policy }: Asking, form: ChoiceForm, language: Language): boolean =>
  form.how !== 'api' && form.policy === shortHash(policy.hash) && form.language === language

/** What the page said around a form, and the terms that it decided on. */
interface FormTold {
  readonly view: ConsentView
  readonly decided: readonly ConsentTerm[]
}

/** What a visitor chose on who sent a form. */
export function shownBy(form: ChoiceForm, asking: Asking, told: FormTold): ShownTerms {
  if (!isOfNow(asking, form, told.view.language)) return shownNothing(asking)
  return { policy: asking.policy.hash, text: hashOfText(wordsShown(told.view, told.decided)) }
}
