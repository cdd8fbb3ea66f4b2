/** A browser that shows nothing of the page paints nothing of it either. */
const LONGEST_FRAME = 100

/** When what was just changed can be seen: work that may take long belongs behind it, so that a press answers at once. */
export const afterPaint = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, LONGEST_FRAME)
  })

/** Lets whatever the visitor does come first. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve))
