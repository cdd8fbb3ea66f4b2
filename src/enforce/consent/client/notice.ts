import type { ClientState } from '../client-state.ts'
import type { Inside } from './candor.ts'
import { byId, putAway, root, say } from './surface.ts'

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
  // On its way before anything else happens: the press may be the last thing that this page gets to hear.
  const sending = inside.send(filled)
  putAway()
  try {
    say(await sending)
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

/** The page of choices, for where they cannot be made in place. */
const choicesHref = ({ base, language }: ClientState, more: Record<string, string> = {}): string =>
  `${base}/choices?${new URLSearchParams({ ...more, language, return: location.pathname + location.search })}`

/** Grants what a button of the page's own stands for. */
async function grant({ candor, decide }: Inside, practice: string): Promise<void> {
  try {
    say(await decide({ [practice]: true }))
  } catch {
    location.href = choicesHref(candor.state)
  }
}

async function reopen({ candor }: Inside, link: HTMLElement): Promise<void> {
  const details = byId('bar')?.querySelector('details')
  if (details) {
    details.open = true
    byId('title')?.focus()
    return
  }
  try {
    const part = await fetch(choicesHref(candor.state, { part: 'dialog' }))
    if (!part.ok) throw new Error(`${part.status}`)
    showDialog(await part.text())
  } catch {
    location.href = link.getAttribute('href') ?? choicesHref(candor.state)
  }
}

/** What was answered elsewhere the notice need not ask: by a button of the page, or on another page. */
function follow({ open, practices }: ClientState): void {
  const bar = byId('bar')
  if (bar !== null && open.length === 0) putAway()
  for (const box of bar?.querySelectorAll<HTMLInputElement>('[name=allow]') ?? [])
    if (practices[box.value]?.because === 'granted') box.checked = true
}

const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** Makes the notice pleasant: without it the same elements work as a form and a link. */
export function startNotice(inside: Inside): void {
  inside.onState = follow
  const lookAgain = (isStale: boolean) => {
    if (isStale) inside.refresh().catch(() => {})
  }
  addEventListener('pageshow', ({ persisted }) => lookAgain(persisted))
  document.addEventListener('visibilitychange', () => lookAgain(!document.hidden && byId('bar') !== null))
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('#candor-ui .candor-form')) return
    event.preventDefault()
    void answer(inside, form, event.submitter)
  })
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || !isPlainClick(event)) return
    const opener = event.target.closest<HTMLElement>('[data-candor-open]')
    const granted = event.target.closest<HTMLElement>('[data-candor-grant]')?.dataset['candorGrant']
    if (opener === null && granted === undefined) return
    event.preventDefault()
    if (opener !== null) void reopen(inside, opener)
    else if (granted !== undefined) void grant(inside, granted)
  })
}
