import type { Language } from '../../messages/index.ts'
import type { LanguageTag } from '../../model/index.ts'
import type { Choice } from '../../vocabulary/index.ts'
import type { Label } from '../label/label.ts'

/** What the site declared, in the language it was found in. */
export interface Said {
  readonly kind: 'said'
  readonly text: string
  readonly language: LanguageTag
}

/**
 * A stretch of running text. A bare string is the notice's own words, in the notice's language.
 */
export type Inline =
  | string
  | Said
  | { readonly kind: 'strong'; readonly content: Inlines }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly content: Inlines; readonly hreflang?: LanguageTag }
  | { readonly kind: 'time'; readonly date: string; readonly text: string }
  | { readonly kind: 'mark'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'line-break' }

export type Inlines = readonly Inline[]

/** How a mark is coloured; its text says the same. */
export type Tone = Choice | 'accept' | 'hinder' | 'reject' | 'plain'

export type Block =
  | { readonly kind: 'paragraph'; readonly content: Inlines; readonly role?: 'lead' | 'note' | 'warning' }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'label'; readonly label: Label }
  | Section

/** A name and what is to be said under it. */
export interface Fact {
  readonly name: Inlines
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row heads it. */
  readonly rows: readonly (readonly Inlines[])[]
}

export interface Section {
  readonly kind: 'section'
  /** What a link to it ends in. */
  readonly id: string
  readonly title: Inlines
  readonly blocks: readonly Block[]
}

/** The notice in one language, before it takes a form: every form says what stands here, and nothing else. */
export interface Notice {
  readonly language: Language
  readonly site: Inlines
  readonly title: string
  /** For the title of the window and for search engines. */
  readonly titleOfSite: string
  readonly since: Inlines
  readonly lead: readonly Block[]
  readonly sections: readonly Section[]
  readonly translations: readonly Translation[]
  /** Where the P3P policy reference file is (P3P 1.0, 2.2.3). */
  readonly reference: string
  readonly words: NoticeWords
}

/** The notice in a language, this one too. */
export interface Translation {
  readonly language: Language
  /** The language's name in itself. */
  readonly name: string
  readonly href: string
}

/** What the frame around the text says. */
export interface NoticeWords {
  readonly skip: string
  readonly contents: string
  readonly languages: string
}

export const paragraph = (...content: Inlines): Block => ({ kind: 'paragraph', content })
export const note = (...content: Inlines): Block => ({ kind: 'paragraph', content, role: 'note' })
export const warning = (...content: Inlines): Block => ({ kind: 'paragraph', content, role: 'warning' })
export const list = (items: readonly Inlines[]): Block => ({ kind: 'list', items })
export const facts = (all: readonly Fact[]): Block => ({ kind: 'facts', facts: all })
export const table = (caption: string, columns: readonly string[], rows: Table['rows']): Table => ({
  kind: 'table',
  caption,
  columns,
  rows,
})
export const section = (id: string, title: Inlines, blocks: readonly Block[]): Section => ({
  kind: 'section',
  id,
  title,
  blocks,
})
export const strong = (...content: Inlines): Inline => ({ kind: 'strong', content })
export const code = (text: string): Inline => ({ kind: 'code', text })
export const link = (href: string, ...content: Inlines): Inline => ({ kind: 'link', href, content })
export const mark = (tone: Tone, text: string): Inline => ({ kind: 'mark', tone, text })
export const LINE_BREAK: Inline = { kind: 'line-break' }

/** Several stretches of text in one place, each on a line of its own. */
export const lines = (items: readonly Inlines[]): Inlines =>
  items.flatMap((item, index) => (index === 0 ? item : [LINE_BREAK, ...item]))
