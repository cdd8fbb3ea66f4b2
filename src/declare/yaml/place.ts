import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { bareWord, type Span } from '../../model/index.ts'
import type { Path } from '../path.ts'
import type { Lines } from './lines.ts'
import { keyText } from './tree.ts'

/** The key or the value of a place. */
export type Part = 'key' | 'value'

interface Place {
  readonly key: Node | null
  readonly value: Node | null
}

/** The entries of a mapping by their keys, as written and in bare letters; of several the first. */
function indexOf({ items }: YAMLMap): ReadonlyMap<string, Pair> {
  const index = new Map<string, Pair>()
  for (const spell of [(key: string) => key, bareWord]) {
    for (const pair of items) {
      const key = spell(keyText(pair) ?? '')
      if (!index.has(key)) index.set(key, pair)
    }
  }
  return index
}

/** Finds what a step leads to, and remembers the mappings it went through. */
function createFollower(): (node: Node | null, step: Path[number]) => Place | undefined {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

  function pairOf(map: YAMLMap, step: Path[number]): Pair | undefined {
    if (typeof step === 'number') return map.items[step]
    const index = indexes.get(map) ?? indexOf(map)
    indexes.set(map, index)
    return index.get(step) ?? index.get(bareWord(step))
  }

  return (node, step) => {
    if (isMap(node)) {
      const pair = pairOf(node, step)
      return pair && { key: pair.key as Node | null, value: pair.value as Node | null }
    }
    if (!isSeq(node)) return undefined
    const items = node.items as readonly Node[]
    // In a list of words also by the word: `purposes` -> `contact`.
    const value = typeof step === 'number' ? items[step] : items.find(item => isScalar(item) && item.value === step)
    return value && { key: null, value }
  }
}

function firstScalar(node: Node | null): Node | null {
  if (isMap(node)) return firstScalar((node.items[0]?.key as Node | undefined) ?? null) ?? node
  if (isSeq(node)) return firstScalar((node.items[0] as Node | undefined) ?? null) ?? node
  return node
}

/**
 * Where a path leads. A word is its own place; a list or a mapping stands where its key stands, and without a key where
 * it begins. Where a path leads nowhere, the last place on the way.
 */
export function locatorOf(contents: Node | null, lines: Lines): (path: Path, part?: Part) => Span {
  const follow = createFollower()
  return (path, part = 'value') => {
    let place: Place = { key: null, value: contents }
    let arrived = true
    for (const step of path) {
      const next = follow(place.value, step)
      if (next === undefined) {
        arrived = false
        break
      }
      place = next
    }
    const { key, value } = place
    const written = isScalar(value) && value.range && value.range[0] < value.range[1]
    const node = arrived && part === 'value' && written ? value : (key ?? firstScalar(value))
    return node?.range ? lines.span(node.range[0], node.range[1]) : lines.span(0, 0)
  }
}
