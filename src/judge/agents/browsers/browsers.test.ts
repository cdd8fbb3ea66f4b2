import { describe, expect, test } from 'vitest'
import { BROWSER_IDS, type CookieRules, DRAFT_RULES } from '../../cookies/profile.ts'
import { BROWSERS } from './index.ts'

const deviations = (rules: CookieRules) =>
  (Object.keys(DRAFT_RULES) as (keyof CookieRules)[]).filter(
    key => JSON.stringify(rules[key]) !== JSON.stringify(DRAFT_RULES[key]),
  )

describe.each(BROWSER_IDS)('%s', id => {
  const { rules, sources } = BROWSERS[id]

  test('goes by its own id', () => {
    expect(BROWSERS[id].id).toBe(id)
  })

  test('tells where each deviation from the draft is known from, and nothing else', () => {
    expect(Object.keys(sources).sort()).toEqual([...deviations(rules)].sort())
    for (const { where } of Object.values(sources)) expect(where).not.toBe('')
  })

  test('states every parameter, in the same order as all others', () => {
    expect(Object.keys(rules)).toEqual(Object.keys(DRAFT_RULES))
  })
})
