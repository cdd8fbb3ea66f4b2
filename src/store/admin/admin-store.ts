export const TOKEN_KINDS = ['session', 'set-up'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

/** Who may see the admin page. Passwords and tokens come here as hashes only. */
export interface AdminStore {
  /** Null: none has been set yet. */
  password(): Promise<string | null>
  /** Ends every session and every set-up code there is. */
  setPassword(hash: string): Promise<void>
  keepToken(kind: TokenKind, hash: string, expires: Date): Promise<void>
  /** When the token was first kept; null: there is none, or its time is over at `now`. */
  tokenBegan(kind: TokenKind, hash: string, now: Date): Promise<Date | null>
  /** Puts its end off. */
  prolongToken(hash: string, expires: Date): Promise<void>
  dropToken(hash: string): Promise<void>
}
