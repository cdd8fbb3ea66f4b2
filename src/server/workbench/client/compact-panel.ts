import { decodeCompact } from '../../../codec/compact/index.ts'
import { workbench } from '../../../messages/index.ts'
import type { Repair } from '../../../model/index.ts'
import { applyRepair } from './apply-repair.ts'
import { issueSection, tokenSection, verdictSections } from './compact-view.ts'
import { h } from './dom.ts'
import { language } from './language.ts'
import type { Panel } from './panel.ts'

const text = workbench[language]

const EXAMPLES = [
  {
    name: 'example.shop',
    header: 'CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"',
  },
  { name: 'example.copied', header: 'CP="CAO PSA OUR"' },
  { name: 'example.refusal', header: 'CP="This is not a P3P policy!"' },
  { name: 'example.recommendation', header: 'CP="NON DSP ADM DEV PSD IVDo OUR IND STP PHY PRE NAV UNI"' },
] as const

/** More than any header is; more would only make the page slow. */
const LONGEST = 8192

/** Explains, judges and repairs the header that stands in its field, as it is typed. */
export function compactPanel(changed: () => void): Panel {
  let agent = 'ie6'
  const input = h('textarea', {
    attributes: {
      id: 'header',
      rows: '3',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      maxlength: String(LONGEST),
      'aria-describedby': 'header-hint',
    },
  })
  const summary = h('p', { class: 'summary', attributes: { role: 'status' } })
  const output = h('div', {})

  const put = (header: string) => {
    input.value = header.slice(0, LONGEST)
    draw()
    input.focus()
  }

  const choose = (id: string) => {
    agent = id
    draw()
    output.querySelector<HTMLElement>(`[data-agent="${id}"]`)?.focus()
  }

  function draw(): void {
    const header = input.value.trim()
    changed()
    if (header === '') {
      summary.textContent = text.empty
      output.replaceChildren()
      return
    }
    const reading = decodeCompact(header)
    const errors = reading.issues.filter(({ severity }) => severity === 'error').length
    summary.textContent = text.summary({ tokens: reading.tokens.length, errors })
    const apply = (repair: Repair) => put(`CP="${applyRepair(header, repair)}"`)
    output.replaceChildren(
      issueSection(reading.issues),
      ...verdictSections(header, { agent, choose, apply }),
      ...(reading.tokens.length === 0 ? [] : [tokenSection(reading)]),
    )
  }

  input.addEventListener('input', draw)
  const examples = EXAMPLES.map(({ name, header }) =>
    h('button', { attributes: { type: 'button' }, on: { click: () => put(header) } }, text[name]),
  )
  const element = h(
    'div',
    {},
    h('label', { attributes: { for: 'header' } }, text.input),
    h('p', { class: 'hint', attributes: { id: 'header-hint' } }, text['input-hint']),
    input,
    h('div', { class: 'row', attributes: { role: 'group', 'aria-label': text.examples } }, ...examples),
    summary,
    output,
  )
  return {
    element,
    state: () => ({ cp: input.value, agent }),
    restore: state => {
      agent = state.get('agent') ?? agent
      input.value = (state.get('cp') ?? '').slice(0, LONGEST)
      draw()
    },
  }
}
