import { nextTask } from './after-paint.ts'

const MARK = 'data-candor-'

/**
 * A script that lies in the page as text, as one that runs. Its nonce goes along, which only the element itself still
 * tells. Resolves when it has run: what comes after may build on it.
 */
function wakeScript(asleep: HTMLScriptElement): Promise<unknown> {
  const awake = document.createElement('script')
  for (const { name, value } of asleep.attributes)
    if (name !== 'type' && (!name.startsWith(MARK) || name === `${MARK}practice`)) awake.setAttribute(name, value)
  const { candorType, candorSrc } = asleep.dataset
  if (candorType !== undefined) awake.type = candorType
  if (candorSrc !== undefined) awake.src = candorSrc
  if (asleep.nonce) awake.nonce = asleep.nonce
  // The element itself says that it is: whatever a parser leaves asleep counts as asynchronous.
  awake.async = asleep.hasAttribute('async')
  awake.text = asleep.text
  const ran =
    awake.src === '' || awake.async
      ? Promise.resolve()
      : new Promise(resolve => {
          awake.onload = awake.onerror = resolve
        })
  asleep.replaceWith(awake)
  return ran
}

/** A frame or picture whose address was put aside. */
function wakeSource(element: HTMLElement): void {
  for (const name of ['src', 'srcset']) {
    const aside = `${MARK}${name}`
    const value = element.getAttribute(aside)
    if (value === null) continue
    element.removeAttribute(aside)
    element.setAttribute(name, value)
  }
}

const isAsleep = (element: HTMLElement): boolean =>
  element instanceof HTMLScriptElement
    ? element.type === 'text/plain'
    : element.hasAttribute(`${MARK}src`) || element.hasAttribute(`${MARK}srcset`)

const waiting = (): NodeListOf<HTMLElement> => document.querySelectorAll(`[${MARK}practice]`)
const practicesOf = ({ dataset }: HTMLElement): readonly string[] => dataset['candorPractice']?.split(/\s+/) ?? []

/** Whether anything runs in the page for such a practice. */
export const isAnyAwake = (isMeant: (practice: string) => boolean): boolean =>
  [...waiting()].some(element => !isAsleep(element) && practicesOf(element).some(isMeant))

/** Wakes what waits for practices that are all allowed, in the order of the page and one task each. */
export async function wake(isAllowed: (practice: string) => boolean): Promise<void> {
  for (const element of waiting()) {
    await nextTask()
    if (!isAsleep(element) || !practicesOf(element).every(isAllowed)) continue
    if (element instanceof HTMLScriptElement) await wakeScript(element)
    else wakeSource(element)
  }
}
