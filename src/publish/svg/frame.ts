import { attributes } from '../html/escape.ts'
import { CELL_COLOURS } from '../html/style.ts'

/** Measures of the picture, in its own units. */
export const WIDTH = 860
export const EDGE = 28
export const INNER = WIDTH - 2 * EDGE

/** A part of the picture from a height on, and where the next part begins. */
export interface Drawn {
  readonly svg: string
  readonly end: number
}

/** Parts one below another. */
export function stack(start: number, parts: readonly ((y: number) => Drawn)[]): Drawn {
  let end = start
  const drawn = parts.map(part => {
    const { svg, end: next } = part(end)
    end = next
    return svg
  })
  return { svg: drawn.join('\n'), end }
}

export const gap =
  (height: number) =>
  (y: number): Drawn => ({ svg: '', end: y + height })

export const rule =
  (thickness: number) =>
  (y: number): Drawn => ({
    svg: `<path${attributes({ class: 'rule', d: `M${EDGE} ${y}h${INNER}`, 'stroke-width': thickness })}/>`,
    end: y + thickness,
  })

const schemeStyle = (scheme: keyof typeof CELL_COLOURS, [paper, ink, soft]: readonly [string, string, string]) =>
  [
    `.paper{fill:${paper};stroke:${ink}}.rule{stroke:${ink}}text{fill:${ink}}text.soft{fill:${soft}}`,
    ...Object.entries(CELL_COLOURS[scheme]).map(
      ([cell, [back, on]]) => `.${cell}{fill:${back}}text.on-${cell}{fill:${on}}`,
    ),
  ].join('')

/** The colours of the notice, light and dark; the text is real text in whatever font is at hand. */
export const LABEL_STYLE = [
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}.strong{font-weight:700}',
  schemeStyle('light', ['#ffffff', '#1b2330', '#566070']),
  `@media (prefers-color-scheme:dark){${schemeStyle('dark', ['#12161c', '#e3e8ef', '#a3aebc'])}}`,
].join('')
