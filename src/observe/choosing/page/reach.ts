/** Elements in the order of the document, through open shadow roots; no more than the limit. */
export function* elementsUnder(root: Document | ShadowRoot | Element, limit: number): Generator<HTMLElement> {
  const pending: Element[] = [...root.children].reverse()
  for (let count = 0; pending.length > 0 && count < limit; count++) {
    const element = pending.pop() as Element
    if (element instanceof HTMLElement) yield element
    pending.push(...[...element.children].reverse())
    if (element.shadowRoot !== null) pending.push(...[...element.shadowRoot.children].reverse())
  }
}

/** What an element stands in, out of shadow roots too. */
export function outerOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot
  if (element.parentElement !== null) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

export function isWithin(element: Element | null, outer: Element): boolean {
  for (let at = element; at !== null; at = outerOf(at)) if (at === outer) return true
  return false
}

/** What is drawn uppermost at a point of the window. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y)
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y)
    if (inner === null || inner === found) break
    found = inner
  }
  return found
}

/** Smaller things cannot be hit. */
const SMALLEST = 6

/** Whether a person could see it, if it is not covered. */
export function isDrawn(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  if (width < SMALLEST || height < SMALLEST) return false
  for (let at: Element | null = element; at !== null; at = outerOf(at)) {
    const { opacity, visibility } = getComputedStyle(at)
    if (Number(opacity) < 0.1 || (at === element && visibility !== 'visible')) return false
  }
  return true
}

/** Whether a person could hit it: it is what is drawn uppermost where it stands. Scrolls to it if it must. */
export function canBeHit(element: Element): boolean {
  if (!isDrawn(element)) return false
  const before = element.getBoundingClientRect()
  const inWindow = before.bottom > 0 && before.top < innerHeight && before.right > 0 && before.left < innerWidth
  if (!inWindow) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  // Of a link over two lines, the middle of the box around both may be beside it.
  const { left, top, width, height } = element.getClientRects()[0] ?? before
  return isWithin(elementAt(left + width / 2, top + height / 2), element)
}
