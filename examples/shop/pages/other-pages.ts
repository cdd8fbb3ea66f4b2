import { originOf } from '../hosts.ts'
import { type Visit, wordsOf } from '../visit.ts'
import type { Page } from './layout.ts'
import { choiceForm } from './notice.ts'

export function helpPage(visit: Visit): Page {
  const { help, helpText } = wordsOf(visit)
  const src = `${originOf('chat', visit.url)}/window/${visit.language}`
  return {
    title: help,
    main: `<h1>${help}</h1><p>${helpText}</p><iframe class="chat" title="${help}" src="${src}"></iframe>`,
  }
}

export function choicesPage(visit: Visit): Page {
  const { choices, choicesText, signal } = wordsOf(visit)
  const told = visit.signal ? `<p>${signal}</p>` : ''
  return { title: choices, main: `<h1>${choices}</h1><p>${choicesText}</p>${told}${choiceForm(visit, true)}` }
}

/** A page that only says something: thanks, or that there is nothing. */
export const saying = (title: string, words: string): Page => ({ title, main: `<h1>${title}</h1><p>${words}</p>` })
