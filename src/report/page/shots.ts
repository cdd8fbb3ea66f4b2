import { report as messages } from '../../messages/index.ts'
import { STATES } from '../../model/index.ts'
import { printable } from '../printable.ts'
import { type Html, join, lone, tag, text } from './html.ts'
import type { View } from './view.ts'

/** What a data URL can hold without a doubt. */
const isBase64 = (png: string): boolean => /^[A-Za-z0-9+/]+={0,2}$/.test(png)

/** One picture a state: of the first page where there is one. */
export function shotsHtml({ one, language, prefix }: View): Html {
  const words = messages[language]
  const { site } = one
  const figures = STATES.filter(state => site.states[state] !== undefined).map(state => {
    const shots = site.shots.filter(shot => shot.state === state && isBase64(shot.png))
    const shot = shots.find(({ page }) => page === site.pages[0]) ?? shots[0]
    const name = words[`state.${state}`]
    const picture =
      shot === undefined
        ? tag('div', { class: 'none' }, text(words['page.no-shot']))
        : lone('img', {
            src: `data:image/png;base64,${shot.png}`,
            alt: `${name}: ${printable(shot.page)}`,
          })
    return tag('figure', {}, tag('figcaption', {}, text(name)), picture)
  })
  return join([
    tag('h2', { id: `${prefix}-states` }, text(words['page.states'])),
    tag('p', { class: 'soft' }, text(words['page.states.about'])),
    tag('div', { class: 'shots' }, ...figures),
  ])
}
