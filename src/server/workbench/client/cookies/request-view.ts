import type { StandardQuestion } from '../../../../judge/cookies/index.ts'
import { browser, sayBrowsers, saySending } from '../../../../messages/index.ts'
import { type CookieQuestion, groupAlike } from '../../../../model/index.ts'
import { h } from '../dom.ts'
import { language } from '../language.ts'
import { isAsked } from './answer-rows.ts'
import type { Answer, Answers } from './answers.ts'

function questionWords({ id, top }: CookieQuestion): string {
  const message = browser[language][`question.${id as StandardQuestion}`]
  return typeof message === 'function' ? message({ site: new URL(top).host }) : message
}

/** Browsers by why the cookie goes along or not. */
function reasons(all: readonly Answer[], { id }: CookieQuestion): readonly HTMLElement[] {
  const sentence = ({ verdict }: Answer) => saySending(verdict.reasons[id] ?? '', language)
  return groupAlike(all, sentence).map(group => {
    const ids = group.map(({ id: one }) => one)
    const whose = group.length === all.length ? browser[language].all : sayBrowsers(ids, language)
    return h('li', {}, h('span', {}, sentence(group[0])), ' ', h('small', {}, whose))
  })
}

/** Every kind of request, and why the cookie goes along with it in which browser. */
export function requestList({ ask, all }: Answers, embedded: boolean): HTMLElement {
  const asked = ask.filter(({ id }) => isAsked(id, embedded))
  const entries = asked.flatMap(question => [
    h('dt', {}, questionWords(question)),
    h('dd', {}, h('ul', {}, ...reasons(all, question))),
  ])
  return h('dl', {}, ...entries)
}
