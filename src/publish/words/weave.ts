import type { Language } from '../../messages/index.ts'
import type { Inline, Inlines } from '../notice/nodes.ts'
import { listFormat, uncapitalize } from './format.ts'

/** A character that stands in a message for what is woven in; of the private use area, so no message has it. */
const place = (index: number) => String.fromCharCode(0xe000 + index)

/**
 * A message with more than text in it: `{controller}` may be a link or the site's own words.
 * `write` gets a placeholder for each name, and what it stands for is put where the language wants it.
 */
export function weave<Name extends string>(
  parts: Readonly<Record<Name, Inlines>>,
  write: (places: Readonly<Record<Name, string>>) => string,
): Inlines {
  const names = Object.keys(parts) as Name[]
  const places = Object.fromEntries(names.map((name, index) => [name, place(index)])) as Record<Name, string>
  const pieces: Inline[] = []
  for (const piece of write(places).split(/([\ue000-\uf8ff])/)) {
    const name = names[piece.charCodeAt(0) - 0xe000]
    if (name !== undefined) pieces.push(...parts[name])
    else if (piece !== '') pieces.push(piece)
  }
  return pieces
}

/** "a, b and c" inside a sentence, where each of them may be more than text; our own terms lose their capital. */
export function weaveList(items: readonly Inlines[], language: Language): Inlines {
  const parts = listFormat(language).formatToParts(items.map((_, index) => String(index)))
  const inside = (item: Inline): Inline => (typeof item === 'string' ? uncapitalize(item, language) : item)
  return parts.flatMap(part => (part.type === 'element' ? (items[Number(part.value)] ?? []).map(inside) : [part.value]))
}
