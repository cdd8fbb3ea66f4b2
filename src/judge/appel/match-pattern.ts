import { type AppelConnective, type AppelFinding, type AppelPattern, matchPattern } from '../../model/index.ts'
import type { Evidence } from './evidence.ts'

type Pattern = Pick<AppelPattern, 'name' | 'attributes' | 'connective' | 'children'>

/** A set of data includes all below it: `#user.name` and `#user.*` meet `#user.name.given`, and are met by `#user`. */
function matchData(pattern: string, ref: string): boolean {
  const set = pattern.endsWith('.*') ? pattern.slice(0, -2) : pattern
  return (
    matchPattern(pattern, ref) || matchPattern(set, ref) || matchPattern(`${set}.*`, ref) || set.startsWith(`${ref}.`)
  )
}

function matchAttributes({ name, attributes }: Pattern, evidence: Evidence): boolean {
  return Object.entries(attributes).every(([key, wanted]) => {
    const given = Object.hasOwn(evidence.attributes, key) ? evidence.attributes[key] : undefined
    if (given === undefined) return false
    return name === 'DATA' && key === 'ref' ? matchData(wanted.trim(), given) : matchPattern(wanted.trim(), given)
  })
}

/** What each pattern found first among the children (null: nothing), and whether every child was found by one. */
interface Sought {
  readonly found: readonly (readonly AppelFinding[] | null)[]
  readonly covered: boolean
}

interface Family extends Sought {
  readonly patterns: readonly Pattern[]
  readonly evidence: Evidence
  readonly path: readonly string[]
}

const missing = ({ patterns, found, evidence, path }: Family): readonly AppelFinding[] =>
  patterns.flatMap(({ name, attributes }, at) =>
    found[at] === null ? [{ found: false, path: [...path, name], statement: evidence.statement, attributes }] : [],
  )

const met = ({ found }: Sought): readonly AppelFinding[] => found.flatMap(one => one ?? [])
const hasAll = ({ found }: Sought): boolean => !found.includes(null)
const hasSome = ({ found }: Sought): boolean => found.some(one => one !== null)

/** What shows that the connective holds; null if it does not. The exact ones let nothing stand there that is not listed. */
const JOINED: Readonly<Record<AppelConnective, (family: Family) => readonly AppelFinding[] | null>> = {
  and: family => (hasAll(family) ? met(family) : null),
  or: family => (hasSome(family) ? met(family) : null),
  'non-and': family => (hasAll(family) ? null : missing(family)),
  'non-or': family => (hasSome(family) ? null : missing(family)),
  'and-exact': family => (family.covered && hasAll(family) ? met(family) : null),
  'or-exact': family => (family.covered && hasSome(family) ? met(family) : null),
}

function firstFound(pattern: Pattern, evidence: Evidence, path: readonly string[]): readonly AppelFinding[] | null {
  for (const child of evidence.children) {
    const found = matchElement(pattern, child, path)
    if (found !== null) return found
  }
  return null
}

/** Each pair is compared once, so that exact connectives within each other cost no more than others. */
function seek({ children: patterns, connective }: Pattern, evidence: Evidence, path: readonly string[]): Sought {
  if (!connective.endsWith('-exact'))
    return { found: patterns.map(pattern => firstFound(pattern, evidence, path)), covered: false }
  const rows = patterns.map(pattern => evidence.children.map(child => matchElement(pattern, child, path)))
  return {
    found: rows.map(row => row.find(found => found !== null) ?? null),
    covered: evidence.children.every((_, at) => rows.some(row => row[at] !== null)),
  }
}

/**
 * APPEL 1.0, matching: an element fits a pattern of its name whose attributes it has, if its children fit the pattern's by
 * the connective. One child that fits is enough for a pattern. Gives what was met on the way; null if it does not fit.
 */
export function matchElement(
  pattern: Pattern,
  evidence: Evidence,
  outer: readonly string[],
): readonly AppelFinding[] | null {
  if (pattern.name !== evidence.name || !matchAttributes(pattern, evidence)) return null
  const path = [...outer, evidence.name]
  const { children: patterns, connective } = pattern
  if (patterns.length > 0) return JOINED[connective]({ ...seek(pattern, evidence, path), patterns, evidence, path })
  const bare = !connective.endsWith('-exact') || evidence.children.length === 0
  return bare ? [{ found: true, path, statement: evidence.statement, attributes: evidence.attributes }] : null
}
