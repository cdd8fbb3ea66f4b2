import { type Issue, issue } from '../model/index.ts'
import { DEEPEST, FORBIDDEN_KEYS } from './limits.ts'
import { type Path, pathKey } from './path.ts'

/** Stands where something was refused that was already told. */
export const REFUSED = Symbol('refused')

/**
 * A place where a value should be and none is: it is not there (`name:`), it is a question that a machine or a person
 * left open (`name: "? What do people call it"`), or it was refused.
 */
export interface Gap {
  readonly path: Path
  readonly why: 'empty' | 'question' | 'refused'
  /** What is asked; `none` if that is not said. */
  readonly question: string
}

export interface Gaps {
  /** The value with `undefined` where the gaps are. */
  readonly value: unknown
  readonly gapAt: (path: Path) => Gap | undefined
  readonly gaps: Iterable<Gap>
  readonly issues: readonly Issue[]
}

/** Copies a value without its gaps, and without what no declaration may have in it. */
export function takeGaps(root: unknown): Gaps {
  const gaps = new Map<string, Gap>()
  const issues: Issue[] = []
  const around = new Set<object>()

  function gap(path: Path, why: Gap['why'], question = ''): undefined {
    gaps.set(pathKey(path), { path, why, question: question === '' ? 'none' : question })
  }

  function copyTable(table: object, path: Path): object {
    const copy: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(table)) {
      if (FORBIDDEN_KEYS.includes(key)) issues.push(issue('key-forbidden', { key }, { path: [...path, key] }))
      else if (value !== undefined) copy[key] = take(value, [...path, key])
    }
    return copy
  }

  function copyInside(value: object, path: Path): unknown {
    around.add(value)
    const copy = Array.isArray(value) ? value.map((item, at) => take(item, [...path, at])) : copyTable(value, path)
    around.delete(value)
    return copy
  }

  function take(value: unknown, path: Path): unknown {
    if (value === null) return gap(path, 'empty')
    if (value === REFUSED) return gap(path, 'refused')
    if (typeof value === 'string') {
      const [, question] = /^\s*\?\s*(.*)$/s.exec(value) ?? []
      return question === undefined ? value : gap(path, 'question', question.trim())
    }
    if (typeof value !== 'object') return value
    if (!around.has(value) && path.length <= DEEPEST) return copyInside(value, path)
    issues.push(
      around.has(value)
        ? issue('cycle-refused', {}, { path })
        : issue('nesting-too-deep', { depth: DEEPEST }, { path }),
    )
    return gap(path, 'refused')
  }

  const value = take(root, [])
  return { value, gapAt: path => gaps.get(pathKey(path)), gaps: { [Symbol.iterator]: () => gaps.values() }, issues }
}
