import { admin as messages } from '../../../messages/index.ts'
import { escapeText } from '../../../publish/index.ts'
import type { Frame, Page } from '../pages/frame.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'

/** What went wrong, or was done, read out at once. */
export const problemHtml = (sentence: string): string => `<p class="problem" role="alert">${escapeText(sentence)}</p>`
export const doneHtml = (sentence: string): string => `<p class="done" role="status">${escapeText(sentence)}</p>`

export interface Outcome {
  readonly problem?: string
  readonly done?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

const said = ({ problem, done }: Outcome): string =>
  problem === undefined ? (done === undefined ? '' : doneHtml(done)) : problemHtml(problem)

const answered = ({ status, headers }: Outcome) => ({
  ...(status === undefined ? {} : { status }),
  ...(headers === undefined ? {} : { headers }),
})

export function logInPage({ language, base, site }: Frame, outcome: Outcome = {}): Page {
  const text = messages[language]
  const main = `${said(outcome)}
<p>${escapeText(text['log-in.lead']({ site }))}</p>
<form class="narrow" method="post" action="${base}/log-in">
<label for="password">${text['log-in.password']}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="${LONGEST_PASSWORD}">
<button>${text['log-in.button']}</button>
</form>`
  return { title: text['log-in.title'], main, ...answered(outcome) }
}

/** There is no password yet, and only who reads the program's output may set one. */
export const noPasswordPage = ({ language }: Frame): Page => ({
  title: messages[language]['set-up.title'],
  main: `<p class="note">${messages[language]['log-in.none']}</p>`,
})

export function setUpPage({ language, base }: Frame, code: string, outcome: Outcome = {}): Page {
  const text = messages[language]
  const field = (id: string, name: string) => `<label for="${id}">${name}</label>
<input id="${id}" name="${id}" type="password" autocomplete="new-password" required minlength="${SHORTEST_PASSWORD}" maxlength="${LONGEST_PASSWORD}">`
  const main = `${said(outcome)}
<p>${text['set-up.lead']({ least: SHORTEST_PASSWORD })}</p>
<form class="narrow" method="post" action="${base}/set-up">
<input type="hidden" name="code" value="${escapeText(code)}">
${field('password', text['set-up.password'])}
${field('again', text['set-up.again'])}
<button>${text['set-up.button']}</button>
</form>`
  return { title: text['set-up.title'], main, ...answered(outcome) }
}

/** A page that says why there is nothing else to show. */
export const problemPage = ({ language }: Frame, problem: string, status: number): Page => ({
  title: messages[language]['problem.title'],
  main: problemHtml(problem),
  status,
})
