import { type Language, notice as messages, type NoticeMessages } from '../../messages/index.ts'
import type { LocalText, Policy } from '../../model/index.ts'
import type { Choice } from '../../vocabulary/index.ts'
import { type Block, type Inline, type Inlines, link, mark, paragraph, type Said } from './nodes.ts'

/** What every section of a notice writes from. */
export interface Context {
  readonly policy: Policy
  readonly language: Language
  readonly text: NoticeMessages
  /** From a published path to what a link from the notice says. */
  readonly href: (path: string) => string
}

export const createContext = (policy: Policy, language: Language, href: Context['href']): Context => ({
  policy,
  language,
  text: messages[language],
  href,
})

/** What the site says, in the notice's language, else in the first of the site's languages that has it. */
export function said({ policy, language }: Context, text: LocalText): Said {
  const tags = [language, ...policy.site.languages, ...Object.keys(text)]
  const found = tags.find(tag => text[tag] !== undefined) ?? language
  return { kind: 'said', text: text[found] ?? '', language: found }
}

/** What the site says, a paragraph for each that an empty line sets apart. */
export function saidParagraphs(context: Context, text: LocalText): readonly Block[] {
  const whole = said(context, text)
  const parts = whole.text.split(/\n\s*\n/).map(part => part.trim())
  return parts.filter(part => part !== '').map(part => paragraph({ ...whole, text: part }))
}

/** An address to follow where it is one of the web, of mail or of a telephone; else just the words. */
export function linkTo(href: string, ...content: Inlines): Inlines {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(href) ? [link(href, ...content)] : content
}

export const choiceMark = ({ text }: Context, choice: Choice): Inline => mark(choice, text[`choice.${choice}`])

/** The page where choices are made, as part of a sentence. */
export const choicesPage = ({ policy, text }: Context): Inlines =>
  policy.site.choicesPage === null ? [] : linkTo(policy.site.choicesPage, text['practice.choice.page'])
