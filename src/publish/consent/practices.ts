import { consent as messages } from '../../messages/index.ts'
import type { ConsentTerm, Practice, Question } from '../../model/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { inlinesHtml } from '../html/inline.ts'
import { type Context, createContext, said, saidParagraphs } from '../notice/context.ts'
import { code, type Inlines, lines } from '../notice/nodes.ts'
import { keptFor } from '../notice/sections/practices.ts'
import { purposeInShort, recipientName } from '../notice/uses.ts'
import { neverAnswered } from './asked.ts'
import type { ConsentView } from './view.ts'

export const contextOf = ({ policy, language }: ConsentView): Context =>
  createContext(policy, language, path => `/${path}`)

export const practiceNamed = ({ policy }: ConsentView, id: string): Practice | undefined =>
  policy.practices.find(practice => practice.id === id)

/** Inside one surface each practice has its number; a dialog over a page has other ids than the page. */
export interface Surface {
  readonly prefix: string
}

/** Whatever is asked is asked of the whole practice: how far each of its uses depends on the visitor is told elsewhere. */
const plainly = <Use extends { readonly choice: string }>(use: Use) => ({ ...use, choice: 'always' as const })

const hostsOf = (hosts: readonly string[]): Inlines =>
  hosts.length === 0 ? [] : [' (', ...hosts.flatMap((host, at) => [at === 0 ? '' : ', ', code(host)]), ')']

/** What is kept on the device for the practice, by name. */
function keptOnDevice({ policy }: Context, { id }: Practice): Inlines {
  const names = [
    ...policy.cookies.filter(({ practice }) => practice === id).map(({ name }) => name),
    ...policy.storage.filter(({ practice }) => practice === id).map(({ key }) => key),
  ]
  return [...new Set(names)].flatMap((name, at) => [at === 0 ? '' : ', ', code(name)])
}

/** What a person must know to decide: why, what for, who gets it, for how long, and what is put on their device. */
function factsHtml(context: Context, practice: Practice): string {
  const { text, language } = context
  const device = keptOnDevice(context, practice)
  const facts: readonly (readonly [string, Inlines])[] = [
    [text['practice.uses'], lines(practice.purposes.map(use => purposeInShort(context, plainly(use))))],
    [
      text['practice.recipients'],
      lines(practice.recipients.map(use => [...recipientName(context, use), ...hostsOf(use.hosts)])),
    ],
    [text['practice.retention'], [keptFor(context, practice.retention)]],
    ...(device.length === 0 ? [] : [[messages[language].device, device] as const]),
  ]
  const rows = facts.map(
    ([name, content]) => `<div><dt>${escapeText(name)}</dt><dd>${inlinesHtml(content, language)}</dd></div>`,
  )
  return `<dl>${rows.join('')}</dl>`
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

function markHtml(view: ConsentView, question: Question | undefined): string {
  if (question === undefined || neverAnswered(view)) return ''
  return ` <span class="candor-mark">${escapeText(messages[view.language][`mark.${question.because}`])}</span>`
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
  const mark = markHtml(
    view,
    questions.find(question => question.practice === term.practice),
  )
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
    `<div${attributes({ id: `${id}-why` })}>${signal}${reasonHtml(context, practice)}</div>`,
    factsHtml(context, practice),
    '</li>',
  ].join('')
}
