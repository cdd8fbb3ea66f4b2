import { consent as messages } from '../../messages/index.ts'
import type { ConsentAspect, ConsentTerm, Practice } from '../../model/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { inlinesHtml } from '../html/inline.ts'
import { type Context, createContext, said, saidParagraphs } from '../notice/context.ts'
import { weave } from '../words/weave.ts'
import { neverAnswered } from './asked.ts'
import { aspectsIn } from './aspects.ts'
import { factsHtml, markHtml } from './facts.ts'
import type { ConsentView } from './view.ts'

export const contextOf = ({ policy, language }: ConsentView): Context =>
  createContext(policy, language, path => `/${path}`)

export const practiceNamed = ({ policy }: ConsentView, id: string): Practice | undefined =>
  policy.practices.find(practice => practice.id === id)

/** Inside one surface each practice has its number; a dialog over a page has other ids than the page. */
export interface Surface {
  readonly prefix: string
}

const reasonHtml = (context: Context, { reason }: Practice): string =>
  reason === null
    ? ''
    : saidParagraphs(context, reason)
        .map(block => (block.kind === 'paragraph' ? `<p>${inlinesHtml(block.content, context.language)}</p>` : ''))
        .join('')

/** A practice without a switch. */
export function practiceHtml(view: ConsentView, practice: Practice): string {
  const context = contextOf(view)
  const name = inlinesHtml([said(context, practice.name)], view.language)
  return `<li class="candor-item"><h3 class="candor-name">${name}</h3>${reasonHtml(context, practice)}${factsHtml(context, practice)}</li>`
}

/** What has changed in it since the visitor chose, in a sentence; nothing where that is not known. */
function changedHtml(context: Context, changed: readonly ConsentAspect[]): string {
  if (changed.length === 0) return ''
  const aspects = aspectsIn(changed, context.language)
  return `<p>${inlinesHtml(weave({ aspects }, messages[context.language]['changed.what']), context.language)}</p>`
}

/**
 * The switch of a practice. What the browser's signal has settled is shown, and cannot be turned; nor is it sent.
 * The digest goes along, so that a yes counts for what was read and for nothing that came after.
 */
export function switchHtml(view: ConsentView, term: ConsentTerm, id: string): string {
  const practice = practiceNamed(view, term.practice)
  if (practice === undefined) return ''
  const { language, standing, questions } = view
  const context = contextOf(view)
  const now = standing.get(term.practice)
  const locked = now?.because === 'signal'
  const granted = now?.because === 'granted' || now?.because === 'unrecorded' || now?.because === 'not-objected'
  const question = neverAnswered(view) ? undefined : questions.find(asked => asked.practice === term.practice)
  const { changed = [] } = question ?? {}
  const mark = question === undefined ? '' : markHtml(question.because, context)
  const box = attributes({
    type: 'checkbox',
    role: 'switch',
    name: 'allow',
    value: term.practice,
    id,
    'aria-describedby': `${id}-why`,
    checked: granted && !locked ? '' : null,
    disabled: locked ? '' : null,
  })
  const asked = locked
    ? ''
    : `<input${attributes({ type: 'hidden', name: 'asked', value: `${term.practice}:${term.digest}` })}/>`
  const signal = locked ? `<p class="candor-signal">${escapeText(messages[language].locked)}</p>` : ''
  return [
    `<li class="candor-item">${asked}`,
    `<label class="candor-switch"${attributes({ for: id })}><span class="candor-name">${inlinesHtml([said(context, practice.name)], language)}${mark}</span><input${box}/></label>`,
    `<div${attributes({ id: `${id}-why` })}>${signal}${changedHtml(context, changed)}${reasonHtml(context, practice)}</div>`,
    factsHtml(context, practice, changed),
    '</li>',
  ].join('')
}
