import { expect, test } from 'vitest'
import {
  ACCESS,
  CATEGORIES,
  dataElements,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from './index.ts'

const ALL: readonly Term[] = [
  ...ACCESS,
  ...MARKERS,
  ...REMEDIES,
  ...PURPOSES,
  ...RECIPIENTS,
  ...RETENTIONS,
  ...CATEGORIES,
]

test('the tables hold the 52 tokens of the grammar, and 48 more with a suffix', () => {
  expect(new Set(ALL.map(term => term.token)).size).toBe(52)
  expect(ALL.filter(term => term.choice).length * 3).toBe(48)
})

test('the base data schema has 245 leaves, only two of them variable', () => {
  const leaves = [...dataElements().values()].filter(element => element.leaf)
  expect(leaves.length).toBe(245)
  expect(leaves.filter(element => element.variable).map(element => element.name)).toEqual([
    'dynamic.cookies',
    'dynamic.miscdata',
  ])
})

test('a set has every category of what is below it', () => {
  const categories = (name: string) => dataElements().get(name)?.categories
  expect(categories('user.name')).toEqual(['physical', 'demographic'])
  expect(categories('user.home-info')).toEqual(['physical', 'online', 'demographic'])
  expect(categories('user.home-info.postal.name.given')).toEqual(['physical'])
  expect(categories('user.bdate.ymd.year')).toEqual(['demographic'])
  expect(categories('user.bdate.ymd')).toEqual(['demographic'])
  // Appendix 3 outvotes the table of 5.6.4: the partial address makes the click stream demographic too.
  expect(categories('dynamic.clickstream')).toEqual(['computer', 'navigation', 'demographic'])
  expect(categories('dynamic.http')).toEqual(['computer', 'navigation'])
})
