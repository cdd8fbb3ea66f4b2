import { browser, cookie, sayCookieRepair } from '../../../../messages/index.ts'
import type { CookieRepair } from '../../../../model/index.ts'
import { h } from '../dom.ts'
import { language } from '../language.ts'
import type { Answers } from './answers.ts'

const text = cookie[language]

function repairItem(repair: CookieRepair, apply: (repair: CookieRepair) => void): HTMLElement {
  return h(
    'li',
    {},
    h('span', {}, `${sayCookieRepair(repair, language)} `),
    h('button', { attributes: { type: 'button' }, on: { click: () => apply(repair) } }, text.try),
  )
}

/** What would mend the cookie, where not every browser does what it is set for. */
export function repairSection({ fine, repairs }: Answers, apply: (repair: CookieRepair) => void): HTMLElement {
  const { repairs: title, 'repairs.none': none, 'repairs.fine': allFine } = browser[language]
  const found = fine ? [] : repairs()
  const body =
    found.length === 0
      ? h('p', {}, fine ? allFine : none)
      : h('ol', { class: 'repairs' }, ...found.map(repair => repairItem(repair, apply)))
  return h('section', {}, h('h2', {}, title), body)
}
