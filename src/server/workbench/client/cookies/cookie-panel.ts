import { BROWSER_IDS } from '../../../../judge/cookies/index.ts'
import { cookie } from '../../../../messages/index.ts'
import { h } from '../dom.ts'
import { language } from '../language.ts'
import type { Panel } from '../panel.ts'
import { answerSection } from './answer-view.ts'
import { askBrowsers } from './answers.ts'
import { cookieForm } from './cookie-form.ts'
import { lineFrom, settingFrom, withRepair } from './cookie-input.ts'
import { fromLink, toLink } from './cookie-link.ts'
import { repairSection } from './repair-view.ts'
import { requestList } from './request-view.ts'

const text = cookie[language]

/** Repairs are searched for when nobody has typed for so long. */
const PAUSE = 150

/** Asks every browser about the line that stands in its field, as it is typed. */
export function cookiePanel(changed: () => void): Panel {
  const form = cookieForm(draw)
  const summary = h('p', { class: 'summary', attributes: { role: 'status' } })
  const output = h('div', {})
  const requestTitle = h('summary', {}, text.requests)
  // It stays open while one types, so it is not made anew.
  const requests = h('details', { class: 'requests' }, requestTitle)
  let pause: ReturnType<typeof setTimeout> | undefined

  function draw(): void {
    clearTimeout(pause)
    changed()
    const input = form.read()
    const set = settingFrom(input)
    const line = lineFrom(input.line)
    if (line === '' || set === null) {
      summary.textContent = line === '' ? text.empty : text['no-place']
      output.replaceChildren()
      return
    }
    const answers = askBrowsers(line, set, new Date().toISOString())
    summary.textContent = text.summary({ ...answers.counts, all: BROWSER_IDS.length })
    const mending = h('div', {})
    requests.replaceChildren(requestTitle, requestList(answers, input.embedded))
    output.replaceChildren(answerSection(answers, input.embedded), requests, mending)
    pause = setTimeout(() => {
      const apply = (repair: Parameters<typeof withRepair>[1]) => {
        form.write(withRepair(input, repair))
        form.focus()
      }
      mending.replaceChildren(repairSection(answers, apply))
    }, PAUSE)
  }

  return {
    element: h('div', {}, form.element, summary, output),
    state: () => toLink(form.read()),
    restore: link => form.write(fromLink(link)),
  }
}
