import { term } from '../../messages/index.ts'
import type { Practice, Recipient, Use } from '../../model/index.ts'
import type { PurposeId } from '../../vocabulary/index.ts'
import { weave, weaveList } from '../words/weave.ts'
import { type Context, choiceMark, said } from './context.ts'
import { code, type Inlines, LINE_BREAK, strong } from './nodes.ts'

/** Marked is what a visitor can do something about. */
const markOf = (context: Context, use: Use<string>): Inlines =>
  use.choice === 'always' ? [] : [' ', choiceMark(context, use.choice)]

/** What a use is, in short. "Other" says nothing, so the site must. */
export const purposeName = (context: Context, { id, text }: Use<PurposeId>): Inlines => [
  id === 'other-purpose' && text !== null ? said(context, text) : term[context.language][`purpose.${id}`],
]

/** A use in short: what it is, and how far it depends on the visitor. */
export const purposeInShort = (context: Context, use: Use<PurposeId>): Inlines => [
  ...purposeName(context, use),
  ...markOf(context, use),
]

/** A use in full: its name, what it means for the visitor, the site's own words. */
export const purposeInFull = (context: Context, use: Use<PurposeId>): Inlines => [
  strong(term[context.language][`purpose.${use.id}`]),
  ...markOf(context, use),
  ': ',
  use.text === null ? context.text[`use.${use.id}`] : said(context, use.text),
]

/** A recipient by the site's own words, else by the vocabulary's. */
export const recipientName = (context: Context, recipient: Recipient): Inlines =>
  recipient.text === null ? [term[context.language][`recipient.${recipient.id}`]] : [said(context, recipient.text)]

export const recipientInShort = (context: Context, recipient: Recipient): Inlines => [
  ...recipientName(context, recipient),
  ...markOf(context, recipient),
]

/** A recipient in full: who they are, what that means, the hosts that data go to. */
export const recipientInFull = (context: Context, recipient: Recipient): Inlines => [
  strong(...recipientName(context, recipient)),
  ...markOf(context, recipient),
  ': ',
  context.text[`get.${recipient.id}`],
  ...(recipient.hosts.length === 0
    ? []
    : [LINE_BREAK, context.text['get.hosts'], ' ', ...recipient.hosts.flatMap(host => [code(host), ' '])]),
]

/** What waits for the visitor's word, named so that it can be listed in a sentence; each but once. */
export function dependingOnChoice(
  context: Context,
  practices: readonly Practice[],
  choice: 'opt-in' | 'opt-out',
): readonly Inlines[] {
  const { text, language } = context
  const found = practices.flatMap(({ purposes, recipients }) => [
    ...purposes.filter(use => use.choice === choice).map((use): Inlines => [term[language][`purpose.${use.id}`]]),
    ...recipients
      .filter(use => use.choice === choice)
      .map(use => weave({ recipient: weaveList([recipientName(context, use)], language) }, text['use.passing-on'])),
  ])
  return [...new Map(found.map(name => [JSON.stringify(name), name])).values()]
}
