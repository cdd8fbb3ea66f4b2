import { escapeText } from '../../../publish/index.ts'
import type { Bar } from './history.ts'

const title = (id: string, text: string): string => `<title id="${id}">${escapeText(text)}</title>`

export interface BarChart {
  readonly bars: readonly Bar[]
  /** What a reader who does not see it hears. */
  readonly said: string
  /** Under its two ends, and beside its top. */
  readonly from: string
  readonly to: string
  readonly most: string
}

const HEIGHT = 100
const WIDTH = 10
const GAP = 2

/** Words stand outside of the picture, so that it may be stretched to any width. */
export function barChart({ bars, said, from, to, most }: BarChart): string {
  const top = Math.max(1, ...bars.map(({ choices }) => choices))
  const drawn = bars.map(({ choices }, at) => {
    const height = (choices / top) * HEIGHT
    return `<rect x="${at * WIDTH + GAP / 2}" y="${(HEIGHT - height).toFixed(2)}" width="${WIDTH - GAP}" height="${height.toFixed(2)}"/>`
  })
  const [width, middle] = [bars.length * WIDTH, HEIGHT / 2]
  return `<figure><div class="scale" aria-hidden="true"><span>${escapeText(most)}</span><span>0</span></div>
<svg class="bars" role="img" aria-labelledby="history-said" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">${title('history-said', said)}
<line x1="0" x2="${width}" y1="${middle}" y2="${middle}" vector-effect="non-scaling-stroke"/>${drawn.join('')}</svg>
<div class="ends" aria-hidden="true"><span>${escapeText(from)}</span><span>${escapeText(to)}</span></div></figure>`
}

/** A share as a bar; its figure stands beside it. */
export const shareBar = (share: number): string =>
  `<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="refused" width="100" height="10"/><rect class="granted" width="${(share * 100).toFixed(1)}" height="10"/></svg>`

/** How a share went from one day to the next. */
export function trendLine(id: string, shares: readonly number[], said: string): string {
  const step = 100 / Math.max(1, shares.length - 1)
  const points = shares.map((share, at) => `${(at * step).toFixed(1)},${((1 - share) * 30).toFixed(1)}`)
  return `<svg class="trend" role="img" aria-labelledby="${escapeText(id)}" viewBox="0 0 100 30" preserveAspectRatio="none">${title(escapeText(id), said)}
<line x1="0" x2="100" y1="15" y2="15" vector-effect="non-scaling-stroke"/><polyline points="${points.join(' ')}" vector-effect="non-scaling-stroke"/></svg>`
}
