/**
 * What a site's own prose says in so many words, marked by its author so that it can be held against the practices.
 * Not of P3P: Candor reads no prose.
 */
export const CLAIMS = [
  /** Data go to nobody but the site and its agents. */
  { id: 'ours-only' },
  /** Data reach others only where the law obliges the site or the visitor has agreed. */
  { id: 'law-or-permission' },
  /** Nobody is approached with offers. */
  { id: 'no-marketing' },
  /** No profile of a visitor is kept, under a pseudonym or a name. */
  { id: 'no-profiles' },
] as const

export type ClaimId = (typeof CLAIMS)[number]['id']
