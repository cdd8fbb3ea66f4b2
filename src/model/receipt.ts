/** How a visitor's choice reached the site. `signal`: the browser said it for them (Global Privacy Control). */
export const CHOICE_MEANS = ['button', 'form', 'signal', 'api'] as const
export type ChoiceMeans = (typeof CHOICE_MEANS)[number]

export const DECISIONS = ['granted', 'refused'] as const
export type Decision = (typeof DECISIONS)[number]

/** What a visitor chose, as it is handed over to be recorded. */
export interface VisitorChoice {
  /** The host the choice was made at. */
  readonly site: string
  /** A random name that the visitor's own cookie carries: nothing that tells who they are. */
  readonly subject: string
  /** By the id of the practice. */
  readonly decisions: Readonly<Record<string, Decision>>
  /** `sha256:` and 64 hexadecimal digits: of the policy that was in force when the choice was made. */
  readonly policy: string
  /** The language the question was asked in. */
  readonly language: string
  /** `sha256:` and 64 hexadecimal digits: of the text that was shown. Null: nobody knows what was, or nothing was. */
  readonly text: string | null
  readonly how: ChoiceMeans
  /** RFC 3339 in UTC with milliseconds: `2026-11-22T12:00:00.000Z`. */
  readonly at: string
}

/** What goes when a person asks to be erased. */
export interface PersonalPart {
  readonly subject: string
  readonly decisions: VisitorChoice['decisions']
  /** Without it nobody can try names until one fits the commitment that stays. */
  readonly salt: string
}

/** The record of a visitor's choice: a link in the chain of one site and one writer. */
export interface Receipt extends Omit<VisitorChoice, 'subject' | 'decisions'> {
  /** Who wrote the chain: one opening of the store by one process. */
  readonly writer: string
  /** 1 for the first of its chain. */
  readonly sequence: number
  /** Null once erased. */
  readonly personal: PersonalPart | null
  /** Hash of the personal part; stays when that goes. */
  readonly commitment: string
  /** The hash of the receipt before; null for the first. */
  readonly previous: string | null
  /** Hash of everything above except the personal part itself. */
  readonly hash: string
}
