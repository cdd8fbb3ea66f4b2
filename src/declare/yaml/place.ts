import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Span } from '../../model/index.ts'
import { bare } from '../shape/nearest.ts'
import type { Lines } from './lines.ts'
import { keyText } from './tree.ts'

type Path = readonly (string | number)[]

/** The key or the value of a place. */
export type Part = 'key' | 'value'

interface Place {
  readonly key: Node | null
  readonly value: Node | null
}

/** The entry of a mapping: by its key in whatever spelling, or by how many stand before it. */
function pairOf(pairs: readonly Pair[], step: string | number): Pair | undefined {
  if (typeof step === 'number') return pairs[step]
  return pairs.find(pair => keyText(pair) === step) ?? pairs.find(pair => bare(keyText(pair) ?? '') === bare(step))
}

/** What a step leads to: in a list of words also by the word, `purposes` -> `contact`. */
function follow(node: Node | null, step: string | number): Place | undefined {
  if (isMap(node)) {
    const pair = pairOf(node.items, step)
    return pair && { key: pair.key as Node | null, value: pair.value as Node | null }
  }
  if (isSeq(node)) {
    const items = node.items as readonly Node[]
    const value = typeof step === 'number' ? items[step] : items.find(item => isScalar(item) && item.value === step)
    return value && { key: null, value }
  }
  return undefined
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
export function locatorOf(contents: Node | null, lines: Lines) {
  return (path: Path, part: Part = 'value'): Span => {
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
