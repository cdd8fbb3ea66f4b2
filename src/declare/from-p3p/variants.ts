import { isLanguage, type Language } from '../../messages/index.ts'
import type { P3pPolicies, P3pPolicy } from '../../model/index.ts'
import { clean, type Drafting, type DraftValue } from './draft.ts'

/** A policy in one language; null where that is not said, or not one that Candor speaks. */
export interface Variant {
  readonly policy: P3pPolicy
  readonly language: Language | null
  /** As written. */
  readonly tag: string | null
}

/** A policy in each of its languages; the first leads. */
export type Variants = readonly [Variant, ...Variant[]]

/** BCP 47: `en-GB` is English too. */
function variantOf(policy: P3pPolicy, outerTag: string | null): Variant {
  const tag = policy.lang ?? outerTag
  const language = tag?.split('-')[0]?.toLowerCase() ?? ''
  return { policy, language: isLanguage(language) ? language : null, tag }
}

/** Everything that language variants of one policy have in common (P3P 1.0, 2.4.2): all but names and texts. */
const formalPart = ({ access, test, disputes, statements }: P3pPolicy): string =>
  JSON.stringify([
    access,
    test,
    disputes.map(({ type, remedies }) => [type, remedies]),
    statements.map(({ nonIdentifiable, purposes, recipients, retentions, data }) => [
      nonIdentifiable,
      [...purposes, ...recipients].map(({ id, required, descriptions }) => [id, required, descriptions.length]),
      retentions,
      data.map(({ ref, base, optional, categories }) => [ref, base, optional, categories]),
    ]),
  ])

/** The languages of the policy that `lead` is of, each once. */
function variantsWith(lead: Variant, all: readonly Variant[]): Variants {
  const found: [Variant, ...Variant[]] = [lead]
  if (lead.language === null) return found
  for (const variant of all) {
    const known = variant.language === null || found.some(({ language }) => language === variant.language)
    if (!known && formalPart(variant.policy) === formalPart(lead.policy)) found.push(variant)
  }
  return found
}

export interface Selection {
  readonly variants: Variants
  /** The names of the policies that are others. */
  readonly others: readonly string[]
}

/** The policy of that name, or the first; undefined where there is none. */
export function selectPolicy(
  { policies, lang }: P3pPolicies,
  name: string | null,
  outerLang: string | null = null,
): Selection | undefined {
  const all = policies.map(policy => variantOf(policy, lang ?? outerLang))
  const lead = name === null ? all[0] : all.find(({ policy }) => policy.name === name)
  if (lead === undefined) return undefined
  const variants = variantsWith(lead, all)
  const others = all.filter(variant => !variants.includes(variant)).map(({ policy }) => policy.name)
  return { variants, others }
}

/** A text of the policy in all its languages; undefined where it has none. */
export function say(
  variants: readonly Variant[],
  pick: (policy: P3pPolicy) => string | null,
  drafting: Drafting,
): DraftValue | undefined {
  const texts = variants.map(({ policy }) => clean(pick(policy) ?? ''))
  const [first = ''] = texts
  if (texts.every(text => text === '')) return undefined
  if (texts.every(text => text === first)) return first
  return Object.fromEntries(
    variants.map(({ language }, at) => [
      language ?? '',
      texts[at] || drafting.ask('ask.translation', { language: language ?? '' }),
    ]),
  )
}
