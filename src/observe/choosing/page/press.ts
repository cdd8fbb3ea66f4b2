/** Presses as a pointer would: some notices listen to the pointer, most to the click. */
export function press(element: HTMLElement): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = { bubbles: true, cancelable: true, composed: true, clientX: left + width / 2, clientY: top + height / 2 }
  element.dispatchEvent(new PointerEvent('pointerdown', at))
  element.dispatchEvent(new MouseEvent('mousedown', at))
  element.focus({ preventScroll: true })
  element.dispatchEvent(new PointerEvent('pointerup', at))
  element.dispatchEvent(new MouseEvent('mouseup', at))
  element.click()
}
