import { describe, expect, test } from 'vitest'
import { CELL_COLOURS } from './style.ts'

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(CELL_COLOURS))('the cells of the label, %s', (_, cells) => {
  test.each(Object.entries(cells))('%s: the sign can be read on its ground', (_cell, [ground, sign]) => {
    expect(contrast(ground, sign)).toBeGreaterThanOrEqual(4.5)
  })
})

test('in grey print what costs more privacy is darker', () => {
  const { always, 'opt-out': optOut, 'opt-in': optIn, none } = CELL_COLOURS.light
  const shades = [always, optOut, optIn, none].map(([ground]) => luminance(ground))
  expect(shades).toEqual([...shades].sort((a, b) => a - b))
  expect(new Set(shades).size).toBe(4)
})
