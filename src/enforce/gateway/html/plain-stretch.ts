import { FOREIGN } from './foreign-content.ts'
import { RAW_TEXT } from './raw-text.ts'

/** A name, its value if there is one, and what is between them, where all is as it nearly always is. */
const ATTRIBUTE =
  '[\\t\\n\\f\\r ]+[^\\t\\n\\f\\r "\'<>/=]+(?:[\\t\\n\\f\\r ]*=[\\t\\n\\f\\r ]*(?:"[^"]*"|\'[^\']*\'|[^\\t\\n\\f\\r "\'>][^\\t\\n\\f\\r >]*))?'

/**
 * Matches, from where text of the page is, up to what needs a closer look: text and whole tags after which there is text
 * again. Not these elements, nor those that have other rules for what is text; nor comments, declarations, tags that are
 * cut or written oddly. No part of it can match in two ways, so it takes no longer than the stretch is.
 */
export function plainStretch(heeded: readonly string[]): RegExp {
  const names = [...RAW_TEXT, 'plaintext', ...FOREIGN, ...heeded].join('|')
  const start = `(?!(?:${names})[\\t\\n\\f\\r />])[a-z][^\\t\\n\\f\\r />]*(?:${ATTRIBUTE})*[\\t\\n\\f\\r ]*/?>`
  const end = '/[a-z][^\\t\\n\\f\\r />]*>'
  return new RegExp(`(?:[^<]+|<(?:${end}|${start}))*`, 'iy')
}
