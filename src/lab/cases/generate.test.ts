import { parse } from 'tldts'
import { describe, expect, test } from 'vitest'
import { generateCases } from './generate.ts'

const now = new Date('2026-11-22T12:00:00Z')
const all = generateCases({ now, agent: 'chrome', patient: true })

/** Scheme and registrable domain, as the public suffix list knows it. */
const siteOf = (url: string) => {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${parse(hostname, { allowPrivateDomains: true }).domain ?? hostname}`
}

test('there are at least 1500 cases, each with a name of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(1500)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test('the same clock gives the same cases', () => {
  expect(generateCases({ now, agent: 'chrome', patient: true })).toEqual(all)
})

test('a cookie can be told by its case: the name stands in it', () => {
  for (const { id, cookie } of all) expect(cookie).toContain(id)
})

test('no name is the end of another name on the same site', () => {
  const bySite = new Map<string, string[]>()
  for (const { id, set } of all) bySite.set(siteOf(set.url), [...(bySite.get(siteOf(set.url)) ?? []), id])
  for (const ids of bySite.values())
    for (const id of ids) expect(ids.filter(other => other !== id && other.endsWith(id))).toEqual([])
})

test('every situation meets every attribute and every question', () => {
  const mixed = all.filter(({ id }) => id.includes('.mix'))
  const situations = new Set(mixed.map(({ id }) => id.split('.')[0]))
  expect(situations.size).toBeGreaterThanOrEqual(24)
  for (const situation of situations) {
    const own = mixed.filter(({ id }) => id.startsWith(`${situation}.`))
    for (const attribute of ['SameSite=Lax', 'SameSite=Strict', 'SameSite=None', 'Secure', 'Partitioned', 'HttpOnly'])
      expect(own.filter(({ cookie }) => cookie.includes(`; ${attribute}`)).length).toBeGreaterThan(2)
    expect(new Set(own.map(({ ask }) => ask.map(({ id }) => id).join())).size).toBe(1)
    expect(own[0]?.ask.length).toBeGreaterThanOrEqual(15)
  }
})

test('a site never gets so many cookies that a browser would throw some away', () => {
  const counts = new Map<string, number>()
  for (const { set } of all) counts.set(siteOf(set.url), (counts.get(siteOf(set.url)) ?? 0) + 1)
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(180)
})

describe('fewer cases', () => {
  test('the impatient need not wait', () => {
    const quick = generateCases({ now, agent: 'chrome' })
    expect(quick.length).toBe(all.length)
    expect(Math.max(...quick.flatMap(({ ask }) => ask.map(({ ageSeconds }) => ageSeconds)))).toBeLessThan(60)
  })

  test('the core is the tables and the traps', () => {
    const core = generateCases({ now, agent: 'chrome', core: true })
    expect(core.length).toBeLessThan(all.length / 2)
    expect(core.some(({ id }) => id === 'third-frame.none-secure-partitioned')).toBe(true)
    expect(core.some(({ id }) => id === 'ages.huge')).toBe(true)
  })
})
