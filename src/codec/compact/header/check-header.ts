import { type Issue, issue, type Span } from '../../../model/index.ts'
import type { HeaderPart } from './header-parts.ts'
import type { LocatedPolicy } from './locate-policy.ts'

export type Places = (from: number, to: number) => Span

const KNOWN_DIRECTIVES = ['CP', 'policyref'] as const
export type KnownDirective = (typeof KNOWN_DIRECTIVES)[number]

/** `polyref`, `policy`, `policy-ref`: what begins so was meant to be `policyref`. */
const POLICYREF_STEM = 'pol'

/** The directive that a name is, in whatever letters. */
export const knownAs = (name: string | null): KnownDirective | undefined =>
  KNOWN_DIRECTIVES.find(known => known.toLowerCase() === name?.toLowerCase())

/** P3P 1.0, ABNF 50: `CP="…"`. */
export function checkQuotes({ part, mark }: LocatedPolicy, places: Places): Issue[] {
  if (part.name === null || mark === '"') return []
  const at = places(part.from, part.to)
  return [mark === '' ? issue('header-quotes-missing', {}, { at }) : issue('header-quotes-wrong', { mark }, { at })]
}

function checkName(name: string, at: Span): Issue[] {
  const known = knownAs(name)
  if (known === name) return []
  if (known !== undefined) return [issue('header-directive-case', { name, nearest: known }, { at })]
  return name.toLowerCase().startsWith(POLICYREF_STEM)
    ? [issue('header-directive-misspelt', { name, nearest: 'policyref' }, { at })]
    : [issue('header-directive-unknown', { name }, { at })]
}

/** P3P 1.0, ABNF 1-4: known names, commas between the directives; and of several alike only the first counts. */
export function checkDirectives(parts: readonly HeaderPart[], places: Places): Issue[] {
  const seen = new Set<KnownDirective>()
  return parts.flatMap(({ name, separator, from, to, unclosed }, index) => {
    if (name === null) return []
    const at = places(from, to)
    const known = knownAs(name)
    const repeated = known !== undefined && seen.has(known)
    if (known !== undefined) seen.add(known)
    return [
      ...checkName(name, at),
      ...(unclosed ? [issue('header-quote-unclosed', { name }, { at })] : []),
      ...(index > 0 && !separator.includes(',') ? [issue('header-comma-missing', { name }, { at })] : []),
      ...(repeated ? [issue('header-directive-repeated', { name: known }, { at })] : []),
    ]
  })
}
