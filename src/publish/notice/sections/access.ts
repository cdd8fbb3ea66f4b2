import { type Context, saidParagraphs } from '../context.ts'
import { paragraph, type Section, section } from '../nodes.ts'

/** What a visitor may see of the data about them, and how. */
export function accessSection(context: Context): Section {
  const { text, policy } = context
  const { rule, how } = policy.access
  return section(
    'access',
    [text['access.title']],
    [paragraph(text[`access.${rule}`]), ...(how === null ? [] : saidParagraphs(context, how))],
  )
}
