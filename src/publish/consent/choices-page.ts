import { isLanguage, consent as messages, notice as noticeMessages } from '../../messages/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { inlinesHtml } from '../html/inline.ts'
import { NOTICE_STYLE } from '../html/style.ts'
import { linkTo, said } from '../notice/context.ts'
import { directionOf, formatDate, nameOfLanguage } from '../words/format.ts'
import { decidable } from './asked.ts'
import { choicesFormHtml } from './form.ts'
import { signalHtml } from './lead.ts'
import { contextOf, practiceHtml } from './practices.ts'
import { CHOICES_PAGE_STYLE, CONSENT_STYLE } from './style.ts'
import { type ConsentView, choicesPath } from './view.ts'

/** What came of a choice just made. */
export type Outcome = 'saved' | 'unrecorded'

/** The styles of the page, each an element: for its Content-Security-Policy. */
export const CHOICES_PAGE_STYLES: readonly string[] = [NOTICE_STYLE, CONSENT_STYLE, CHOICES_PAGE_STYLE]

export interface PageParts {
  readonly title: string
  readonly main: string
}

/** The frame around what is said about choices: the look of the notice, nothing to fetch. */
function framePage(view: ConsentView, { title, main }: PageParts): string {
  const { policy, language } = view
  const languages = policy.site.languages.filter(isLanguage)
  const items = languages.map(other => {
    const href = choicesPath({ ...view, language: other })
    const current = other === language ? 'page' : null
    return `<li><a${attributes({ href, lang: other, hreflang: other, 'aria-current': current })}>${escapeText(nameOfLanguage(other))}</a></li>`
  })
  const nav = attributes({ 'aria-label': noticeMessages[language].languages })
  return [
    '<!DOCTYPE html>',
    `<html${attributes({ lang: language, dir: directionOf(language) })}>`,
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="robots" content="noindex"/>',
    `<title>${escapeText(title)}</title>`,
    '<link rel="icon" href="data:,"/>',
    ...CHOICES_PAGE_STYLES.map(style => `<style>${style}</style>`),
    '</head>',
    '<body><div class="page">',
    `<header class="masthead"><p>${inlinesHtml(linkTo(policy.site.url, said(contextOf(view), policy.site.name)), language)}</p>`,
    items.length < 2 ? '' : `<nav${nav}><ul>${items.join('')}</ul></nav>`,
    '</header>',
    `<main id="text">${main}</main>`,
    '</div></body></html>',
    '',
  ].join('\n')
}

function alwaysHtml(view: ConsentView): string {
  const text = messages[view.language]
  const open = new Set(decidable(view).map(({ practice }) => practice))
  const always = view.policy.practices.filter(({ id }) => !open.has(id))
  if (always.length === 0) return ''
  return [
    `<h2>${escapeText(text['page.always'])}</h2>`,
    `<p>${escapeText(text['page.always.why'])}</p>`,
    `<ul class="candor-list">${always.map(practice => practiceHtml(view, practice)).join('')}</ul>`,
  ].join('')
}

/** What the page says above the choices: what came of the last one, when that was, how to get back. */
function openingHtml(view: ConsentView, outcome: Outcome | null): string {
  const { language, choice, back } = view
  const text = messages[language]
  const chosen = choice === null ? null : text['page.chosen']({ date: formatDate(choice.at, language) })
  const said = outcome === null ? '' : `<p class="note" role="status">${escapeText(text[outcome])}</p>`
  return [
    `<h1>${escapeText(text['page.title'])}</h1>`,
    chosen === null ? '' : `<p class="since">${escapeText(chosen)}</p>`,
    said,
    `<p class="lead">${escapeText(text['page.lead'])}</p>`,
    back === '/' && outcome === null ? '' : `<p><a${attributes({ href: back })}>${escapeText(text.back)}</a></p>`,
  ].join('')
}

/**
 * The page where a visitor sees and changes their choices, and is told what came of it before they go back. It works
 * without any script.
 */
export function choicesPage(view: ConsentView, outcome: Outcome | null): string {
  const text = messages[view.language]
  const form =
    decidable(view).length === 0
      ? `<p>${escapeText(text['page.nothing'])}</p>`
      : `<h2>${escapeText(text['page.ask'])}</h2>${signalHtml(view)}${choicesFormHtml(view, { prefix: 'page' }, choicesPath(view))}`
  const title = outcome === null ? text['page.title'] : `${text[outcome]} ${text['page.title']}`
  const main = `${openingHtml(view, outcome)}<div id="candor-ui" class="candor-page">${form}${alwaysHtml(view)}</div>`
  return framePage(view, { title, main })
}

/** Why a choice was not taken. */
export type Stop = 'forged' | 'unreadable'

export function stoppedPage(view: ConsentView, stop: Stop): string {
  const text = messages[view.language]
  const link = `<p><a${attributes({ href: choicesPath(view) })}>${escapeText(text['stopped.retry'])}</a></p>`
  const title = text['stopped.title']
  return framePage(view, {
    title,
    main: `<h1>${escapeText(title)}</h1><p>${escapeText(text[`stopped.${stop}`])}</p>${link}`,
  })
}
