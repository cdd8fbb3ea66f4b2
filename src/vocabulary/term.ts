/** The three ways a use of data can depend on the visitor (P3P 1.0, 3.3.4 `required`). */
export const CHOICES = ['always', 'opt-in', 'opt-out'] as const
export type Choice = (typeof CHOICES)[number]

/** The letter that says a choice in a compact policy (P3P 1.0, ABNF 55 `creq`). */
export const CHOICE_LETTERS = { always: 'a', 'opt-in': 'i', 'opt-out': 'o' } as const satisfies Record<Choice, string>

/** One word of the P3P vocabulary. `id` is the name its XML element has. */
export interface Term {
  readonly id: string
  /** The three capitals that stand for it in a compact policy. */
  readonly token: string
  /** Whether the term takes `required`, and its token a suffix `a`, `i` or `o`. */
  readonly choice: boolean
}
