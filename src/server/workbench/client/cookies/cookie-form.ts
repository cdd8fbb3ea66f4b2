import { cookie } from '../../../../messages/index.ts'
import { h } from '../dom.ts'
import { language } from '../language.ts'
import { addressFrom, type CookieInput } from './cookie-input.ts'
import { EXAMPLES } from './examples.ts'

const text = cookie[language]

/** More than any browser takes; more would only make the page slow. */
const LONGEST = 8192

const PLAIN = { spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', maxlength: String(LONGEST) }

export interface CookieForm {
  readonly element: HTMLElement
  readonly read: () => CookieInput
  readonly write: (input: CookieInput) => void
  readonly focus: () => void
}

/** A field for an address, which says so when what stands in it is none. */
function addressField(id: string, label: string) {
  const input = h('input', {
    attributes: { ...PLAIN, id, type: 'text', inputmode: 'url', 'aria-describedby': `${id}-flaw` },
  })
  const flaw = h('p', { class: 'flaw', attributes: { id: `${id}-flaw` } })
  const check = () => {
    const wrong = addressFrom(input.value) === null
    input.setAttribute('aria-invalid', String(wrong))
    flaw.textContent = wrong ? text['url-bad'] : ''
  }
  return { input, check, element: h('div', {}, h('label', { attributes: { for: id } }, label), input, flaw) }
}

function choice(type: 'radio' | 'checkbox', id: string, label: string) {
  const name = type === 'radio' ? 'cookie-place' : id
  const input = h('input', { attributes: { type, id, name } })
  return { input, element: h('label', { class: 'choice', attributes: { for: id } }, input, label) }
}

/** The fields: the line, and where and how it is set. */
export function cookieForm(changed: () => void): CookieForm {
  const line = h('textarea', { attributes: { ...PLAIN, id: 'cookie', rows: '3', 'aria-describedby': 'cookie-hint' } })
  const url = addressField('cookie-url', text.url)
  const top = addressField('cookie-top', text.top)
  const own = choice('radio', 'cookie-own', text.own)
  const embedded = choice('radio', 'cookie-embedded', text.embedded)
  const script = choice('checkbox', 'cookie-script', text.script)

  const settle = () => {
    top.element.hidden = !embedded.input.checked
    url.check()
    top.check()
    changed()
  }
  const write = (input: CookieInput) => {
    line.value = input.line.slice(0, LONGEST)
    url.input.value = input.url.slice(0, LONGEST)
    top.input.value = input.top.slice(0, LONGEST)
    own.input.checked = !input.embedded
    embedded.input.checked = input.embedded
    script.input.checked = input.script
    settle()
  }
  const examples = EXAMPLES.map(({ name, input }) => {
    const take = () => {
      write(input)
      line.focus()
    }
    return h('button', { attributes: { type: 'button' }, on: { click: take } }, text[name])
  })
  const element = h(
    'div',
    { on: { input: settle } },
    h('label', { attributes: { for: 'cookie' } }, text.input),
    h('p', { class: 'hint', attributes: { id: 'cookie-hint' } }, text['input-hint']),
    line,
    h('div', { class: 'row', attributes: { role: 'group', 'aria-label': text.examples } }, ...examples),
    h(
      'fieldset',
      {},
      h('legend', {}, text.where),
      url.element,
      h('div', { class: 'row' }, own.element, embedded.element),
      top.element,
      script.element,
    ),
  )
  const read = (): CookieInput => ({
    line: line.value,
    url: url.input.value,
    embedded: embedded.input.checked,
    top: top.input.value,
    script: script.input.checked,
  })
  return { element, read, write, focus: () => line.focus() }
}
