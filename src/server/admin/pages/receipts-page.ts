import { choiceCookieName, isEncrypted } from '../../../codec/choice/index.ts'
import { shortHash } from '../../../compile/index.ts'
import { receipts as receiptWords } from '../../../messages/index.ts'
import { type Policy, type Receipt, textIn } from '../../../model/index.ts'
import { escapeText } from '../../../publish/index.ts'
import { doneHtml, problemHtml } from '../entry/entry-pages.ts'
import { type Frame, type Page, proofField } from './frame.ts'
import { section } from './section.ts'
import { tableHtml } from './table.ts'
import { createWords, type Words } from './words.ts'

/** What was asked for on the page, and what came of it. */
export interface Asked {
  readonly policy: Policy
  readonly subject?: string
  readonly found?: readonly Receipt[]
  readonly problem?: string
  readonly done?: string
}

const form = (frame: Frame, path: string, inner: string): string =>
  `<form method="post" action="${frame.base}/${path}">${proofField(frame)}${inner}</form>`

function decisionsHtml({ personal }: Receipt, policy: Policy, { language }: Words): string {
  const words = receiptWords[language]
  const items = Object.entries(personal?.decisions ?? {}).map(([id, decision]) => {
    const practice = policy.practices.find(one => one.id === id)
    const name = practice === undefined ? id : textIn(practice.name, language)
    return `<li>${escapeText(name)}: <span class="${decision === 'granted' ? 'granted-word' : 'refused-word'}">${escapeText(words.decision({ decision }))}</span></li>`
  })
  return `<ul class="plain">${items.join('')}</ul>`
}

const hashHtml = (hash: string): string => `<code>${escapeText(shortHash(hash))}…</code>`

function foundHtml(frame: Frame, { policy, subject = '', found = [] }: Asked, words: Words): string {
  const { text, time, number, language } = words
  const title = text['search.found']({ count: found.length, subject })
  if (found.length === 0) return `<p class="note" role="status">${escapeText(title)}</p>`
  const columns = ['at', 'how', 'language', 'policy', 'words', 'decisions', 'place'].map(name => ({
    title: text[`search.${name}` as 'search.at'],
  }))
  const rows = found.map(receipt => [
    escapeText(time(receipt.at)),
    escapeText(receiptWords[language].how({ how: receipt.how })),
    escapeText(receipt.language),
    hashHtml(receipt.policy),
    receipt.text === null ? escapeText(receiptWords[language]['words-unknown']) : hashHtml(receipt.text),
    decisionsHtml(receipt, policy, words),
    `<span><code>${escapeText(receipt.writer.slice(0, 8))}…</code> ${number(receipt.sequence)}</span>`,
  ])
  const erase = form(
    frame,
    'receipts/erase',
    `<input type="hidden" name="subject" value="${escapeText(subject)}"><p>${text['erase.lead']}</p><button class="danger">${text['erase.sure']}</button>`,
  )
  return `<div role="status"><h2>${escapeText(title)}</h2></div>
${tableHtml(title, columns, rows)}
<details><summary>${text.erase}</summary>${erase}</details>`
}

export function receiptsPage(frame: Frame, asked: Asked): Page {
  const words = createWords(frame.language)
  const { text } = words
  const { policy, subject = '', found, problem, done } = asked
  const cookie = choiceCookieName(isEncrypted(policy.site.url))
  const search = form(
    frame,
    'receipts',
    `<div class="row"><div><label for="subject">${text['search.subject']}</label>
<input id="subject" name="subject" value="${escapeText(subject)}" autocomplete="off" spellcheck="false" required maxlength="100"></div>
<button>${text['search.button']}</button></div>`,
  )
  const day = (name: 'since' | 'until') =>
    `<div><label for="${name}">${text[`export.${name}`]}</label><input id="${name}" name="${name}" type="date"></div>`
  const exporting = `<form method="get" action="${frame.base}/export"><div class="row">${day('since')}${day('until')}<button>${text['export.button']}</button></div></form>`
  const main = [
    problem === undefined ? '' : problemHtml(problem),
    done === undefined ? '' : doneHtml(done),
    section('search', text.search, `<p class="soft">${text['search.lead']({ cookie })}</p>${search}`),
    found === undefined ? '' : `<section>${foundHtml(frame, asked, words)}</section>`,
    section('export', text.export, `<p class="soft">${text['export.lead']}</p>${exporting}`),
    section(
      'verify',
      text.verify,
      `<p class="soft">${text['verify.lead']}</p>${form(frame, 'receipts/verify', `<button>${text['verify.button']}</button>`)}`,
    ),
  ]
  return { title: text.receipts, section: 'receipts', main: main.join('\n') }
}
