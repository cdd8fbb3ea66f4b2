import type { ImportRule } from '../model/index.ts'

/** What a policy must hold, and must not: conditions of a rule, or of several that differ in one token only. */
export interface ImportPattern {
  readonly anyOf: readonly (readonly string[])[]
  readonly lacks: readonly string[]
}

export const patternOf = ({ conditions }: ImportRule): ImportPattern => ({
  anyOf: conditions.filter(({ not }) => !not).map(({ token }) => [token]),
  lacks: conditions.filter(({ not }) => not).map(({ token }) => token),
})

const keyOf = (value: unknown): string => JSON.stringify(value)

/** Joins patterns that are alike but for their choice at one place. The order of the rest is kept. */
function joinAt(patterns: readonly ImportPattern[], at: number): readonly ImportPattern[] {
  const joined = new Map<string, { readonly pattern: ImportPattern; readonly choice: Set<string> }>()
  for (const pattern of patterns) {
    const key = keyOf({ ...pattern, anyOf: pattern.anyOf.with(at, []) })
    const group = joined.get(key) ?? { pattern, choice: new Set() }
    for (const token of pattern.anyOf[at] ?? []) group.choice.add(token)
    joined.set(key, group)
  }
  return [...joined.values()].map(({ pattern, choice }) => ({ ...pattern, anyOf: pattern.anyOf.with(at, [...choice]) }))
}

/** Rules that want more tokens than this at once nobody would write; to compare them would take time. */
const MOST_JOINED = 8

/** Rules in a row with one action decide alike in any order, so those that differ in one token are said together. */
export function joinPatterns(patterns: readonly ImportPattern[]): readonly ImportPattern[] {
  const lengths = [...new Set(patterns.map(({ anyOf }) => anyOf.length))]
  return lengths.flatMap(length => {
    let joined: readonly ImportPattern[] = patterns.filter(({ anyOf }) => anyOf.length === length)
    for (let at = Math.min(length, MOST_JOINED) - 1; at >= 0; at--) joined = joinAt(joined, at)
    return joined
  })
}

/** Rules that stand one after the other and do the same. */
export function runsOf(rules: readonly ImportRule[]): readonly (readonly ImportRule[])[] {
  const runs: ImportRule[][] = []
  for (const rule of rules) {
    const last = runs.at(-1)
    if (last?.[0]?.action === rule.action) last.push(rule)
    else runs.push([rule])
  }
  return runs
}
