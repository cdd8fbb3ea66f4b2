import { CONTENT_MODELS } from '../p3p-xml/content-models.ts'

/** An element that was opened and not closed: where its tag begins, and where the `/` was put in. */
export interface Mend {
  readonly element: string
  readonly offset: number
  readonly inserted: number
}

interface Tag {
  readonly name: string
  readonly offset: number
  /** Where its `>` stands. */
  readonly end: number
  readonly kind: 'open' | 'close' | 'empty'
}

/** What is no tag, and how it ends. */
const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** The `>` that ends the tag at `from`; -1 if it never ends. A `>` between quotation marks is text. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  return -1
}

function* tagsOf(text: string): Generator<Tag> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at))
    const end = skipped === undefined ? endOfTag(text, at) : text.indexOf(skipped[1], at)
    if (end < 0) return
    if (skipped === undefined) {
      const [, slash, name = ''] = /^<(\/?)([^\s/>]*)/.exec(text.slice(at, Math.min(end, at + 200))) ?? []
      const kind = slash ? 'close' : text[end - 1] === '/' ? 'empty' : 'open'
      yield { name, offset: at, end, kind }
    }
    at = end
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A term of the vocabulary: nothing stands in it, so it ends where it begins. */
function isTerm(name: string): boolean {
  const model = CONTENT_MODELS.get(localName(name))
  return model !== undefined && localName(name) === localName(name).toLowerCase()
}

const DEEPEST = 64

/** Finds terms whose element was never closed, as in the examples of the draft that are passed around. Linear. */
export function findUnclosed(text: string): readonly Mend[] {
  const open: Tag[] = []
  const mends: Mend[] = []
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'empty') continue
    const top = open.at(-1)
    if (tag.kind === 'close') {
      while (open.length > 0 && open.at(-1)?.name !== tag.name && isTerm(open.at(-1)?.name ?? '')) mendTop(open, mends)
      if (open.at(-1)?.name !== tag.name) break
      open.pop()
    } else {
      if (top !== undefined && isTerm(top.name)) mendTop(open, mends)
      open.push(tag)
      if (open.length > DEEPEST) break
    }
  }
  return mends.toSorted((a, b) => a.inserted - b.inserted)
}

function mendTop(open: Tag[], mends: Mend[]): void {
  const tag = open.pop()
  if (tag !== undefined) mends.push({ element: localName(tag.name), offset: tag.offset, inserted: tag.end })
}

/** The text with each of them closed. */
export function closeUnclosed(text: string, mends: readonly Mend[]): string {
  let from = 0
  const pieces = mends.map(({ inserted }) => {
    const piece = text.slice(from, inserted)
    from = inserted
    return piece
  })
  return [...pieces, text.slice(from)].join('/')
}

/** Where a place of the mended text stood before. */
export const offsetBefore = (mends: readonly Mend[], offset: number): number =>
  offset - mends.filter(({ inserted }, at) => inserted + at < offset).length
