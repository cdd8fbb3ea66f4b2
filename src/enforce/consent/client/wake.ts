import { nextTask } from './after-paint.ts'

const MARK = 'data-candor-'
const PRACTICE = `${MARK}practice`

/** Whether an attribute was put aside by giving it another name: `data-candor-src`. */
const isAside = ({ name }: Attr): boolean => name.startsWith(MARK) && name !== PRACTICE

/** Its own name. SVG 2 reads `href` where `xlink:` needed a namespace, which what was put aside has lost. */
const nameOf = (attribute: Attr): string =>
  isAside(attribute) ? attribute.name.slice(MARK.length).replace('xlink:', '') : attribute.name

/**
 * A script that lies in the page as text, as one that runs. Its nonce goes along, which only the element itself still
 * tells. Resolves when it has run: what comes after may build on it.
 */
function wakeScript(asleep: HTMLScriptElement): Promise<unknown> {
  const awake = document.createElement('script')
  for (const attribute of asleep.attributes)
    if (attribute.name !== 'type') awake.setAttribute(nameOf(attribute), attribute.value)
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

function wakeElement(element: Element): void {
  for (const attribute of [...element.attributes].filter(isAside)) {
    element.removeAttributeNode(attribute)
    element.setAttribute(nameOf(attribute), attribute.value)
  }
  // HTML 4.8.2: a source that changes later is not looked at again by itself.
  if (element instanceof HTMLSourceElement && element.parentElement instanceof HTMLMediaElement)
    element.parentElement.load()
}

const isAsleep = (element: HTMLElement): boolean =>
  element instanceof HTMLScriptElement ? element.type === 'text/plain' : [...element.attributes].some(isAside)

const waiting = (): NodeListOf<HTMLElement> => document.querySelectorAll(`[${PRACTICE}]`)
const practicesOf = ({ dataset }: HTMLElement): readonly string[] => dataset['candorPractice']?.split(/\s+/) ?? []

/** Whether anything runs in the page for such a practice. */
export const isAnyAwake = (isMeant: (practice: string) => boolean): boolean =>
  [...waiting()].some(element => !isAsleep(element) && practicesOf(element).some(isMeant))

/**
 * In a page whose scripts carry a nonce, one that does not carry it was not put there by the site: waking it would open
 * the way that the nonce bars.
 */
const isOwn = (element: HTMLElement, nonce: string): boolean =>
  nonce === '' || !(element instanceof HTMLScriptElement) || element.nonce === nonce

/** Wakes what waits for practices that are all allowed, in the order of the page and one task each. */
export async function wake(isAllowed: (practice: string) => boolean, nonce: string): Promise<void> {
  for (const element of waiting()) {
    await nextTask()
    if (!isAsleep(element) || !isOwn(element, nonce) || !practicesOf(element).every(isAllowed)) continue
    if (element instanceof HTMLScriptElement) await wakeScript(element)
    else wakeElement(element)
  }
}
