import type { Inline, Inlines, Tone } from '../notice/nodes.ts'
import { harmless } from '../words/harmless.ts'

/** A character that has a meaning in CommonMark, or in GitHub's extensions of it, wherever in a line it stands. */
const MEANING = /[\\`*_[\]<>&~$#]/g

/** What begins an address that GitHub makes a link of, with all that follows and its backslashes as they stand. */
const ADDRESS = /:(?=\/\/)|(?<=www)\./gi

/** Text that reads as itself. */
export const escapeMarkdown = (text: string): string =>
  harmless(text).replace(/\s+/g, ' ').replace(MEANING, '\\$&').replace(ADDRESS, '\\$&')

/**
 * A code span whose fence is longer than any run of backticks in it (CommonMark 0.31, 6.1). In a table no code span
 * can hold every `|`, so what has one stays plain.
 */
export function codeMarkdown(text: string): string {
  const plain = harmless(text).replace(/\s+/g, ' ')
  if (plain.includes('|')) return escapeMarkdown(plain)
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = /^[` ]|[` ]$/.test(plain) ? ' ' : ''
  return `${fence}${padding}${plain}${padding}${fence}`
}

const percent = (character: string): string =>
  character < '\u{80}' ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}` : encodeURIComponent(character)

/** An address that nothing in it can end too early. */
const destination = (href: string): string => harmless(href).replace(/[\s<>()[\]\\|]/g, percent)

function linkMarkdown(href: string, content: Inlines): string {
  const words = inlinesMarkdown(content)
  if (href.startsWith('#')) return words
  const target = destination(href)
  return content.length === 1 && content[0] === target ? `<${target}>` : `[${words}](${target})`
}

/** What happens to something stands out; what is said beside a name is put in brackets. */
const markMarkdown = (tone: Tone, text: string): string =>
  tone === 'accept' || tone === 'hinder' || tone === 'reject'
    ? `**${escapeMarkdown(text)}**`
    : `*(${escapeMarkdown(text)})*`

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline)
  switch (inline.kind) {
    case 'said':
    case 'time':
      return escapeMarkdown(inline.text)
    case 'strong':
      return `**${inlinesMarkdown(inline.content)}**`
    case 'mark':
      return markMarkdown(inline.tone, inline.text)
    case 'code':
      return codeMarkdown(inline.text)
    case 'link':
      return linkMarkdown(inline.href, inline.content)
    case 'line-break':
      return '<br>'
  }
}

/** Running text, to stand inside a line. */
export const inlinesMarkdown = (inlines: Inlines): string => inlines.map(inlineMarkdown).join('')

/** Running text that begins a line, where `-`, `+` and `1.` would make a list. */
export const lineMarkdown = (inlines: Inlines): string =>
  inlinesMarkdown(inlines)
    .trimStart()
    .replace(/^(\d{0,9})([-+.)])/, '$1\\$2')

/** Running text in a table's cell, which a `|` would end. */
export const cellMarkdown = (inlines: Inlines): string => inlinesMarkdown(inlines).replaceAll('|', '\\|')
