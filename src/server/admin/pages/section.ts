import { escapeText } from '../../../publish/index.ts'

/** A part of a page under its heading. */
export const section = (id: string, title: string, inner: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2>\n${inner}\n</section>`
