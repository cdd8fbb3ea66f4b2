import { attributes, escapeText } from '../html/escape.ts'

/** Wide letters of the scripts we set, narrow ones, and the rest, as shares of the font's size. Somewhat too wide, so that other fonts fit too. */
const WIDE = /[mwMW@ЖМШЩЮжмшщюфыФ]/
const NARROW = /[iljtfrI.,:;!'|()[\] ]/

/** About how wide a text is at a font's size: no font is measured, so that the same policy gives the same picture. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 0.9 : NARROW.test(letter) ? 0.36 : 0.6), 0) * size

/** A word cut where it does not fit. */
function pieces(word: string, size: number, width: number): string[] {
  const all: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size) > width) {
      all.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...all, piece]
}

/** The text in lines that fit the width, broken at spaces where that is possible. */
export function breakLines(text: string, size: number, width: number): readonly string[] {
  const words = text.split(/\s+/).filter(word => word !== '')
  const lines: string[] = []
  let line = ''
  for (const word of words.flatMap(word => pieces(word, size, width))) {
    const joined = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(joined, size) > width) {
      lines.push(line)
      line = word
    } else line = joined
  }
  return line === '' ? lines : [...lines, line]
}

export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor?: 'start' | 'middle'
  readonly class?: string
}

/** Lines of real text, the first with its baseline at `y`. */
export function textLines(lines: readonly string[], { x, y, size, anchor = 'start', ...rest }: TextPlace): string {
  const spans = lines.map(
    (line, index) => `<tspan${attributes({ x, y: y + index * lineHeight(size) })}>${escapeText(line)}</tspan>`,
  )
  const all = { 'font-size': size, 'text-anchor': anchor === 'start' ? null : anchor, class: rest.class ?? null }
  return `<text${attributes(all)}>${spans.join('')}</text>`
}

export const lineHeight = (size: number): number => Math.round(size * 1.35)
