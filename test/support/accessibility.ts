import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Both languages, light and dark, on a desk and on the narrowest of phones: each with each once. */
export const LOOKS = [
  ['en', 'light', 1280],
  ['bg', 'dark', 1280],
  ['bg', 'light', 320],
  ['en', 'dark', 320],
] as const

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** What keeps people out of a page, by WCAG 2.2 and the practice of those who know: a line each, with what it is about. */
export async function violations(page: Page): Promise<readonly string[]> {
  // In one piece: a page's own policy keeps foreign scripts out, and what a driver evaluates is none.
  const run = `${axe.source}; axe.run({ runOnly: ${JSON.stringify([...WCAG, 'best-practice'])} })`
  const found: Found = await page.evaluate(run)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
}

/** How much wider a page is than the window: then it must be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Everybody can use it, and nobody has to scroll it sideways. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await overflow(page), page.url()).toBe(0)
}
