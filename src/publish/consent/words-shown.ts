import type { ConsentTerm } from '../../model/index.ts'
import { signalHtml } from './lead.ts'
import { switchHtml } from './practices.ts'
import type { ConsentView } from './view.ts'

/** The words without their markup; a `<` that is of the words is written otherwise there. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What a visitor is told of these practices before they choose, in words: what a receipt keeps the hash of. */
export const wordsShown = (view: ConsentView, terms: readonly ConsentTerm[]): string =>
  wordsOf([signalHtml(view), ...terms.map(term => switchHtml(view, term, term.practice))].join(' '))
