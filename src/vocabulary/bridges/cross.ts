import { type Link, linksOf, MATCHES, type Match, TARGETS, type Target, type Unmapped } from './bridge.ts'
import { BRIDGES, type BridgeFamily, counterpart, type P3pTerm, RETURNS, termNamed } from './tables.ts'
import { FORMER_FIDES, shortDpv } from './versions.ts'

/** Read from the other side, what was broader is narrower. */
const INVERSE: Readonly<Record<Match, Match>> = {
  exact: 'exact',
  broader: 'narrower',
  narrower: 'broader',
  related: 'related',
}

const families = Object.keys(BRIDGES) as BridgeFamily[]

/** Every term that has a row of its own. */
export const bridgedTerms = (): readonly P3pTerm[] =>
  families.flatMap(family => Object.keys(BRIDGES[family]).map(id => ({ family, id })))

const byMatch = (a: Link<P3pTerm>, b: Link<P3pTerm>): number => MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match)

function inverted(target: Target): ReadonlyMap<string, readonly Link<P3pTerm>[]> {
  const back = new Map<string, Link<P3pTerm>[]>()
  const add = (concept: string, link: Link<P3pTerm>) => back.set(concept, [...(back.get(concept) ?? []), link])
  for (const term of bridgedTerms()) {
    const links = counterpart(term, target)
    if (!Array.isArray(links)) continue
    for (const { to, match } of links as readonly Link[]) add(to, { to: term, match: INVERSE[match] })
  }
  for (const [concept, links] of Object.entries(RETURNS[target])) {
    for (const { to, match } of linksOf(links)) add(concept, { to: termNamed(to), match })
  }
  for (const links of back.values()) links.sort(byMatch)
  return back
}

const made = new Map<Target, ReadonlyMap<string, readonly Link<P3pTerm>[]>>()

/** Every concept of the other vocabulary that leads to a term, with where it leads. */
export function conceptsOf(target: Target): ReadonlyMap<string, readonly Link<P3pTerm>[]> {
  const back = made.get(target) ?? inverted(target)
  made.set(target, back)
  return back
}

const linksTo = (term: P3pTerm, target: Target): readonly Link[] => {
  const found = counterpart(term, target)
  return found === undefined || typeof found === 'string' ? [] : found
}

/** The concepts of DPV (`pd:Name`) that stand for a term of P3P, best first; none where none does. */
export const toDpv = (term: P3pTerm): readonly Link[] => linksTo(term, 'dpv')

/** The same in fideslang: `data_use:`, `data_category:`, `legal_basis:` or `right:` and the key. */
export const toFides = (term: P3pTerm): readonly Link[] => linksTo(term, 'fides')

/** The terms of P3P for a concept of DPV, by its IRI or its short name, best first. */
export const fromDpv = (iri: string): readonly Link<P3pTerm>[] => conceptsOf('dpv').get(shortDpv(iri)) ?? []

/** The terms of P3P for a key of fideslang, by its name today or its former one. */
export const fromFides = (key: string): readonly Link<P3pTerm>[] =>
  conceptsOf('fides').get(Object.hasOwn(FORMER_FIDES, key) ? (FORMER_FIDES[key] ?? key) : key) ?? []

/** Why a term has no counterpart there; null if it has one, or is no term. */
export function whyUnmapped(term: P3pTerm, target: Target): Unmapped | null {
  const found = counterpart(term, target)
  return typeof found === 'string' ? found : null
}

export interface Coverage {
  readonly target: Target
  readonly mapped: number
  readonly exact: number
  readonly all: number
}

/** How many of these terms have a counterpart in each vocabulary. */
export const coverage = (terms: readonly P3pTerm[] = bridgedTerms()): readonly Coverage[] =>
  TARGETS.map(target => {
    const links = terms.map(term => linksTo(term, target))
    return {
      target,
      mapped: links.filter(found => found.length > 0).length,
      exact: links.filter(found => found.some(({ match }) => match === 'exact')).length,
      all: terms.length,
    }
  })
