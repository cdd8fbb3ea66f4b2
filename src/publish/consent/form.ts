import { shortHash } from '../../compile/index.ts'
import { consent as messages, notice as noticeMessages } from '../../messages/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { askedNow, decidable, neverAnswered } from './asked.ts'
import { leadHtml } from './lead.ts'
import { type Surface, switchHtml } from './practices.ts'
import type { ConsentView } from './view.ts'

const hidden = (name: string, value: string): string => `<input${attributes({ type: 'hidden', name, value })}/>`

/** From the path to come back to, the whole: what does not depend on it is written once. */
export type ForPath = (back: string) => string

/** A form that works as it stands: where no script sends it, the browser does. */
function formFor({ base, language, policy }: ConsentView, inner: string): ForPath {
  const form = `<form${attributes({ class: 'candor-form', method: 'post', action: `${base}/choices` })}>`
  // A page stays open while the policy changes: by these it is known which words were read.
  const shown = hidden('policy', shortHash(policy.hash)) + hidden('language', language)
  return back => `${form}${shown}${hidden('return', back)}${inner}</form>`
}

const submit = (choice: 'refuse' | 'accept' | 'save', text: string): string =>
  `<button${attributes({ class: `candor-button candor-${choice}`, name: 'choice', value: choice })}>${escapeText(text)}</button>`

/**
 * To refuse is the first button, which is also what the Enter key presses, and no smaller or paler than to accept.
 */
function actionsHtml({ language }: ConsentView): string {
  const text = messages[language]
  return `<div class="candor-actions">${submit('refuse', text.refuse)}${submit('accept', text.accept)}${submit('save', text.save)}</div>`
}

function switchesHtml(view: ConsentView, terms: ReturnType<typeof decidable>, { prefix }: Surface): string {
  const items = terms.map((term, at) => switchHtml(view, term, `candor-${prefix}-${at + 1}`))
  return `<ul class="candor-list">${items.join('')}</ul>`
}

const policyLink = ({ policy, language }: ConsentView): string =>
  `<a class="candor-policy"${attributes({ href: policy.site.policyPage })}>${escapeText(noticeMessages[language].title)}</a>`

/** The notice that asks: a region of the page, not a wall before it. */
export function barFor(view: ConsentView): ForPath {
  const text = messages[view.language]
  const title = neverAnswered(view) ? text.title : text['title.again']
  const inner = [
    '<div class="candor-scroll">',
    `<h2 id="candor-title" tabindex="-1">${escapeText(title)}</h2>`,
    leadHtml(view),
    `<p class="candor-more">${policyLink(view)}</p>`,
    `<details class="candor-details"><summary>${escapeText(text.details)}</summary>`,
    switchesHtml(view, askedNow(view), { prefix: 'bar' }),
    '</details></div>',
    actionsHtml(view),
  ]
  const form = formFor(view, inner.join(''))
  return back => `<section id="candor-bar" aria-labelledby="candor-title">${form(back)}</section>`
}

/** Every choice there is, as it stands; afterwards the visitor comes to `back`. */
export const choicesFormHtml = (view: ConsentView, surface: Surface, back: string): string =>
  formFor(view, `${switchesHtml(view, decidable(view), surface)}${actionsHtml(view)}`)(back)
