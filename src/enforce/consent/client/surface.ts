/** How long a message stays to be read. */
const MESSAGE_MS = 8000

export const root = (): HTMLElement | null => document.getElementById('candor-ui')
export const byId = (id: string): HTMLElement | null => document.getElementById(`candor-${id}`)

/** Says it to those who see the page, and to those who hear it. */
export function say(text: string): void {
  const status = byId('status')
  if (status === null) return
  status.textContent = text
  setTimeout(() => {
    if (status.textContent === text) status.textContent = ''
  }, MESSAGE_MS)
}

/** The notice is answered: it goes, the way back to it comes, and whoever was in it by key is put there. */
export function putAway(): void {
  const bar = byId('bar')
  const reopen = byId('reopen')
  const wasInside = bar?.contains(document.activeElement)
  bar?.remove()
  root()?.querySelector('dialog')?.close()
  reopen?.removeAttribute('hidden')
  if (wasInside) reopen?.focus({ preventScroll: true })
}
