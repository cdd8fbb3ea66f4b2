import type { LocalText } from '../../../model/index.ts'
import { type Context, saidParagraphs } from '../context.ts'
import { type Section, section } from '../nodes.ts'

/** How data are protected, and when they are handed out; nothing where the site says neither. */
export function protectionSection(context: Context): Section | null {
  const { policy, text } = context
  const part = (id: string, title: string, words: LocalText | null) =>
    words === null ? [] : [section(id, [title], saidParagraphs(context, words))]
  const parts = [
    ...part('protection-how', text['protection.how'], policy.protection),
    ...part('protection-disclosure', text['protection.disclosure'], policy.disclosure),
  ]
  return parts.length === 0 ? null : section('protection', [text['protection.title']], parts)
}
