import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { type Issue, type IssueCode, type IssueData, issue } from '../../model/index.ts'
import { REFUSED } from '../gaps.ts'
import { FORBIDDEN_KEYS } from '../limits.ts'
import type { Path } from '../path.ts'
import { quote } from '../shape/flaw.ts'
import type { Lines } from './lines.ts'

const STANDARD_TAG = 'tag:yaml.org,2002:'

/** YAML 1.1: the mapping that follows is to be part of this one. */
const MERGE = '<<'

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['', null],
  ['~', null],
  ['null', null],
  ['true', true],
  ['false', false],
])

/**
 * What a scalar means: without quotes `true`, `false`, `null` and numbers as JSON writes them, and all else text
 * (`yes`, `0123`, `1e3`, `2026-11-22`).
 */
function scalarValue({ value, type }: Scalar): unknown {
  const text = String(value)
  if (type !== 'PLAIN') return text
  if (WORDS.has(text)) return WORDS.get(text)
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text
}

/** The key as it was written; undefined if it is no plain text. */
export const keyText = ({ key }: Pair): string | undefined =>
  isScalar(key) && scalarValue(key) !== null ? String(key.value) : undefined

/**
 * The plain value of a node. References, tags and keys that are no keys are refused; in the place of what they would
 * have stood for is a gap.
 */
export function treeOf(
  contents: Node | null,
  lines: Lines,
): { readonly value: unknown; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []

  function tell<C extends IssueCode>(code: C, data: IssueData<C>, node: unknown, path: Path): void {
    const range = (node as Node | null)?.range
    issues.push(issue(code, data, range ? { path, at: lines.span(range[0], range[1]) } : { path }))
  }

  function readKey(pair: Pair, path: Path, map: object): string | undefined {
    const key = keyText(pair)
    if (isAlias(pair.key)) tell('alias-refused', { kind: 'alias', name: pair.key.source }, pair.key, path)
    else if (key === undefined) tell('key-not-text', {}, pair.key ?? pair.value, path)
    else if (FORBIDDEN_KEYS.includes(key)) tell('key-forbidden', { key }, pair.key, path)
    else if (Object.hasOwn(map, key)) tell('key-twice', { key: quote(key) }, pair.key, [...path, key])
    else return key
    return undefined
  }

  function readMap({ items }: YAMLMap, path: Path): object {
    const map: Record<string, unknown> = {}
    for (const pair of items) {
      const key = readKey(pair, path, map)
      if (key === MERGE) {
        tell('alias-refused', { kind: 'merge', name: key }, pair.key, path)
        map[key] = REFUSED
      } else if (key !== undefined) map[key] = read(pair.value as Node | null, [...path, key])
    }
    return map
  }

  function read(node: Node | null, path: Path): unknown {
    if (node === null) return null
    if (isAlias(node)) {
      tell('alias-refused', { kind: 'alias', name: quote(node.source) }, node, path)
      return REFUSED
    }
    const { anchor, tag } = node as { anchor?: string; tag?: string }
    if (anchor !== undefined) tell('alias-refused', { kind: 'anchor', name: quote(anchor) }, node, path)
    if (tag !== undefined) tell('tag-refused', { tag: quote(tag.replace(STANDARD_TAG, '!!')) }, node, path)
    if (isMap(node)) return readMap(node, path)
    if (isSeq(node)) return node.items.map((item, index) => read(item as Node | null, [...path, index]))
    return isScalar(node) ? scalarValue(node) : null
  }

  return { value: read(contents, []), issues }
}
