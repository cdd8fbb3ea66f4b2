import type { Span } from '../../model/index.ts'

/** An element with its place in the text, as an offset in UTF-16 code units. */
export interface LocatedElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: readonly LocatedAttribute[]
  /** Text is whole between two tags, CDATA and references resolved. */
  readonly children: readonly (LocatedElement | string)[]
  readonly offset: number
  readonly parent: LocatedElement | null
  /** Its number among its parent's children of that name, from 0. */
  readonly ordinal: number
}

export interface LocatedAttribute {
  /** Without prefix, but `xml:lang` and its like keep theirs. */
  readonly name: string
  readonly namespace: string
  readonly value: string
  readonly offset: number
}

export interface XmlDocument {
  readonly root: LocatedElement
  readonly at: (place: { readonly offset: number }) => Span
}

/** `['POLICIES', 'POLICY', 0, 'ENTITY', 0]`: the way down to the element. */
export function xmlPath(element: LocatedElement): readonly (string | number)[] {
  const path: (string | number)[] = []
  for (let here: LocatedElement | null = element; here !== null; here = here.parent) {
    if (here.parent === null) path.unshift(here.name)
    else path.unshift(here.name, here.ordinal)
  }
  return path
}

export const isElement = (child: LocatedElement | string): child is LocatedElement => typeof child !== 'string'
