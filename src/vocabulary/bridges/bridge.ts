/**
 * How a concept of another vocabulary stands to a term of P3P (SKOS mapping relations, read from the term):
 * `broader` covers more than the term, `narrower` less; `related` overlaps or neighbours. Only `exact` loses nothing.
 */
export const MATCHES = ['exact', 'broader', 'narrower', 'related'] as const
export type Match = (typeof MATCHES)[number]

/** Why a term or a concept has no counterpart. */
export const UNMAPPED = [
  /** No concept or term says it. */
  'not-said',
  /** It says that something is absent; the other vocabulary names only what is there. */
  'absence',
  /** What it means stands in the site's own words. */
  'own-words',
  /** It tells of an organisation, not of a person. */
  'organisation',
  /** It concerns the mechanics of P3P. */
  'mechanics',
  /** The other vocabulary leaves it to free text. */
  'free-text',
  /** It tells of the setting of a use, not of what the use is for. */
  'setting',
] as const
export type Unmapped = (typeof UNMAPPED)[number]

/** Names of the other vocabulary by how they match. */
export type Links = { readonly [M in Match]?: readonly string[] }

/** One term of P3P: its counterparts, or why there are none. By its type, no row can leave that open. */
export interface Bridge {
  readonly dpv: Links | Unmapped
  readonly fides: Links | Unmapped
}

export const TARGETS = ['dpv', 'fides'] as const
export type Target = (typeof TARGETS)[number]

export interface Link<To = string> {
  readonly to: To
  readonly match: Match
}

/** A term as it is written in the tables of the way back: `purpose:contact`. */
export type TermName = `${string}:${string}`

/** A concept that no term leads to, with the terms that say part of it, or why there are none. */
export type Returns = Readonly<Record<string, { readonly [M in Match]?: readonly TermName[] } | Unmapped>>

/** The links of one row, best first. */
export const linksOf = <To extends string>(links: { readonly [M in Match]?: readonly To[] } | Unmapped): Link<To>[] =>
  typeof links === 'string' ? [] : MATCHES.flatMap(match => (links[match] ?? []).map(to => ({ to, match })))
