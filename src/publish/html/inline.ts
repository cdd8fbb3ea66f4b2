import type { Inline, Inlines } from '../notice/nodes.ts'
import { directionOf } from '../words/format.ts'
import { attributes, escapeText } from './escape.ts'

/** Of a text in another language than what is around it: the language, and the direction where that differs. */
function languageAttributes(language: string, around: string): string {
  if (language === around) return ''
  const dir = directionOf(language)
  return attributes({ lang: language, dir: dir === directionOf(around) ? null : dir })
}

function inlineHtml(inline: Inline, around: string): string {
  if (typeof inline === 'string') return escapeText(inline)
  switch (inline.kind) {
    case 'said': {
      const language = languageAttributes(inline.language, around)
      return language === '' ? escapeText(inline.text) : `<span${language}>${escapeText(inline.text)}</span>`
    }
    case 'strong':
      return `<strong>${inlinesHtml(inline.content, around)}</strong>`
    case 'code':
      return `<code>${escapeText(inline.text)}</code>`
    case 'link': {
      const { href, hreflang = null } = inline
      return `<a${attributes({ href, hreflang })}>${inlinesHtml(inline.content, around)}</a>`
    }
    case 'time':
      return `<time${attributes({ datetime: inline.date })}>${escapeText(inline.text)}</time>`
    case 'mark':
      return `<span class="mark ${inline.tone}">${escapeText(inline.text)}</span>`
    case 'line-break':
      return '<br/>'
  }
}

/** Running text in a document of the language `around`. */
export const inlinesHtml = (inlines: Inlines, around: string): string =>
  inlines.map(inline => inlineHtml(inline, around)).join('')
