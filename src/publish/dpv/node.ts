import { isLanguage, type Language } from '../../messages/index.ts'
import type { LocalText, Policy } from '../../model/index.ts'
import type { DPV_FRAME } from '../../vocabulary/bridges/index.ts'

/** A concept that holds the document together. */
type Frame = (typeof DPV_FRAME)[number]
type FrameKey<Start extends string> = Extract<Frame, `${string}:${Start}${string}`>

/** The properties of other vocabularies that are used, by the prefixes of the document's context. */
type OtherKey =
  | `dct:${'title' | 'description' | 'identifier' | 'valid' | 'source' | 'conformsTo'}`
  | `skos:${'prefLabel' | 'notation' | 'note' | 'broader' | 'related'}`
  | `time:${'numericDuration' | 'unitType'}`

export type Value = string | LocalText | Node | readonly (string | Node)[]

/** A node of JSON-LD. A key whose value is undefined is not written. */
export type Node = { readonly [Key in OtherKey | FrameKey<'has'> | FrameKey<'is'> | '@id']?: Value | undefined } & {
  readonly '@type'?: string | readonly string[]
}

/** The name of a concept, held to those that have been looked up. */
export const frame = (name: Frame): Frame => name

/** A list where there is something to list. */
export const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

/** The same in every language that the site publishes in. */
export function inLanguages({ site }: Policy, say: (language: Language) => string): LocalText {
  const languages = site.languages.filter(isLanguage)
  return Object.fromEntries((languages.length === 0 ? (['en'] as const) : languages).map(tag => [tag, say(tag)]))
}
