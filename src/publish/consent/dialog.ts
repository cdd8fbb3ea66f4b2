import { consent as messages } from '../../messages/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { settledBySignal } from './asked.ts'
import { choicesFormHtml, type ForPath } from './form.ts'
import { signalHtml } from './lead.ts'
import { type ConsentView, choicesPath } from './view.ts'

/** What a script puts into a `<dialog>`: the choices over the page they were asked for on. */
export function dialogHtml(view: ConsentView): string {
  const text = messages[view.language]
  return [
    '<div class="candor-head">',
    `<h2 id="candor-dialog-title" tabindex="-1">${escapeText(text['page.title'])}</h2>`,
    `<form method="dialog"><button class="candor-close"${attributes({ 'aria-label': text.close })}>×</button></form>`,
    '</div>',
    `<p class="candor-lead">${escapeText(text['page.lead'])}</p>`,
    signalHtml(view),
    choicesFormHtml(view, { prefix: 'dialog' }, view.back),
  ].join('')
}

/**
 * The way back to the choices: a link, which a script opens in place. Hidden as long as the notice is there. It also says
 * that the browser's signal has been heeded, which the visitor may otherwise be told nowhere.
 */
export function reopenerFor(view: ConsentView, isHidden: boolean): ForPath {
  const text = messages[view.language]
  const heeded = settledBySignal(view) ? ` <span class="candor-heeded">${escapeText(text.heeded)}</span>` : ''
  const rest = attributes({ 'data-candor-open': '', hidden: isHidden ? '' : null })
  const end = `${rest}>${escapeText(text.reopen)}${heeded}</a>`
  return back => `<a id="candor-reopen"${attributes({ href: choicesPath({ ...view, back }) })}${end}`
}
