import { report as messages } from '../../messages/index.ts'
import { type Html, lone, tag, text } from './html.ts'
import type { Standing, View } from './view.ts'

/** What the marks mean; shape and filling say it, not colour alone. */
export function legend({ all, language }: View): Html {
  const looks: readonly Standing[] = all.policy === null ? ['compare'] : ['declared', 'undeclared']
  const words = messages[language]
  const items = looks.map(look =>
    tag(
      'li',
      {},
      tag('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, lone('circle', { class: look, cx: 8, cy: 8, r: 6 })),
      text(words[`legend.${look}`]),
    ),
  )
  return tag('ul', { class: 'legend' }, ...items)
}
