import { afterPaint } from './after-paint.ts'
import type { Inside } from './candor.ts'

/** How long a message stays to be read. */
const MESSAGE_MS = 8000

const root = (): HTMLElement | null => document.getElementById('candor-ui')
const byId = (id: string): HTMLElement | null => document.getElementById(`candor-${id}`)

function say(text: string): void {
  const status = byId('status')
  if (status === null) return
  status.textContent = text
  setTimeout(() => {
    if (status.textContent === text) status.textContent = ''
  }, MESSAGE_MS)
}

/** The notice is answered: it goes, the way back to it comes, and whoever was in it by key is put there. */
function putAway(): void {
  const bar = byId('bar')
  const reopen = byId('reopen')
  const wasInside = bar?.contains(document.activeElement)
  bar?.remove()
  root()?.querySelector('dialog')?.close()
  reopen?.removeAttribute('hidden')
  if (wasInside) reopen?.focus({ preventScroll: true })
}

/** What a form would send by itself, with the button that was pressed. */
function filledIn(form: HTMLFormElement, button: HTMLElement | null): URLSearchParams {
  const filled = new URLSearchParams({ how: 'button' })
  for (const [name, value] of new FormData(form)) filled.append(name, String(value))
  if (button instanceof HTMLButtonElement) filled.append(button.name, button.value)
  return filled
}

/** Sends the form as it would go without a script: where ours does not get through. */
function submitPlainly(form: HTMLFormElement, choice: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'choice'
  field.value = choice
  form.append(field)
  document.body.append(form)
  form.submit()
}

async function answer(inside: Inside, form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const filled = filledIn(form, button)
  putAway()
  await afterPaint()
  try {
    say(await inside.send(filled))
  } catch {
    submitPlainly(form, filled.get('choice') ?? 'refuse')
  }
}

/** Over the page, as the browser does dialogs: the rest rests meanwhile, Escape closes, the focus goes back. */
function showDialog(html: string): void {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-labelledby', 'candor-dialog-title')
  dialog.setAttribute('closedby', 'any')
  dialog.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  dialog.addEventListener('close', () => dialog.remove())
  root()?.append(dialog)
  dialog.showModal()
  byId('dialog-title')?.focus()
}

async function reopen({ candor }: Inside, link: HTMLElement): Promise<void> {
  const details = byId('bar')?.querySelector('details')
  if (details) {
    details.open = true
    byId('title')?.focus()
    return
  }
  const { base, language } = candor.state
  const query = new URLSearchParams({ part: 'dialog', language, return: location.pathname + location.search })
  try {
    const part = await fetch(`${base}/choices?${query}`)
    if (!part.ok) throw new Error(`${part.status}`)
    showDialog(await part.text())
  } catch {
    location.href = link.getAttribute('href') ?? `${base}/choices?${query}`
  }
}

/** A page that the browser brings back as it was left may ask what was answered on another meanwhile. */
async function comeBack({ refresh }: Inside): Promise<void> {
  const { open } = await refresh()
  if (open.length === 0) putAway()
}

const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** Makes the notice pleasant: without it the same elements work as a form and a link. */
export function startNotice(inside: Inside): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) comeBack(inside).catch(() => {})
  })
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('#candor-ui .candor-form')) return
    event.preventDefault()
    void answer(inside, form, event.submitter)
  })
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || !isPlainClick(event)) return
    const opener = event.target.closest<HTMLElement>('[data-candor-open]')
    const grant = event.target.closest<HTMLElement>('[data-candor-grant]')?.dataset['candorGrant']
    if (opener === null && grant === undefined) return
    event.preventDefault()
    if (opener !== null) void reopen(inside, opener)
    else if (grant !== undefined) void inside.candor.choose({ [grant]: true })
  })
}
