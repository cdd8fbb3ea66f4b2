/** Longer texts are not labels. */
const LONGEST = 120

const short = (text: string | null | undefined): string => {
  const trimmed = (text ?? '').replace(/\s+/g, ' ').trim()
  return trimmed.length > LONGEST ? '' : trimmed
}

/** What a person reads on it, else what is read out to them. */
export function labelOf(element: HTMLElement): string {
  if (element instanceof HTMLInputElement) return short(element.value || element.ariaLabel || element.alt)
  // Most elements hold far more than a label: their text is never put together.
  if (element.childElementCount > 6) return short(element.ariaLabel)
  return short(element.textContent) || short(element.ariaLabel) || short(element.title) || altOf(element)
}

const altOf = (element: HTMLElement): string => short(element.querySelector('img[alt]')?.getAttribute('alt'))

const BUTTONS = 'button, input[type="button"], input[type="submit"], input[type="image"], [role="button"], summary'
const OTHERS = 'a, [role="link"], [onclick], [tabindex]:not([tabindex="-1"]), [class*="btn" i], [class*="button" i]'

/** How much it is made to be pressed: what says so, what may be, and what only looks so. */
export function pressability(element: HTMLElement): 'button' | 'link' | null {
  if (element.matches(':disabled, [aria-disabled="true"]')) return null
  if (element.matches(BUTTONS)) return 'button'
  if (element.matches(OTHERS)) return 'link'
  const plain = element.childElementCount === 0 && element.localName !== 'label'
  return plain && getComputedStyle(element).cursor === 'pointer' && element.closest(`${BUTTONS}, a`) === null
    ? 'link'
    : null
}
