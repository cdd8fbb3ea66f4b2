const TOKEN_KINDS = ['session', 'set-up'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export interface TokenSpan {
  readonly began: Date
  readonly expires: Date
}

/** How many tries may be younger than `since`: of one household, and of all together. */
export interface TryLimits {
  readonly since: Date
  readonly most: number
  readonly mostOfAll: number
}

/** Who may see the admin page. Passwords and tokens come here as hashes only. */
export interface AdminStore {
  /** Null: none has been set yet. */
  password(): Promise<string | null>
  /** Ends every session and every set-up code there is. */
  setPassword(hash: string): Promise<void>
  /** The same where there is none yet; false: another was faster. */
  setFirstPassword(hash: string): Promise<boolean>
  /** Those whose time is over by then go. */
  keepToken(kind: TokenKind, hash: string, span: TokenSpan): Promise<void>
  /** Null: there is none, or its time is over at `now`. */
  findToken(kind: TokenKind, hash: string, now: Date): Promise<TokenSpan | null>
  /** Puts its end off. */
  prolongToken(hash: string, expires: Date): Promise<void>
  dropToken(hash: string): Promise<void>
  /** Counts a try of all processes together, and gives null; or, where there were too many, the time of the one that must grow old. */
  countTry(household: string, at: Date, limits: TryLimits): Promise<Date | null>
  /** Forgets a household's tries. */
  forgetTries(household: string): Promise<void>
}
