import { expect, test } from 'vitest'
import { ASKING } from '../../../test/support/consent-declaration.ts'
import { declare } from '../../declare/index.ts'
import { compile } from '../index.ts'

const practices = ASKING.practices as Readonly<Record<string, object>>

/** What is wrong with a declaration of so many practices like the one named. */
function issuesWith(count: number, like: 'statistics' | 'cart') {
  const many = Array.from({ length: count }, (_, at) => [`practice-${at}`, practices[like]])
  const declared = declare(JSON.stringify({ ...ASKING, practices: Object.fromEntries(many), cookies: [], storage: [] }))
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues))
  const { declaration, locate } = declared.value
  return compile(declaration, locate).issues
}

test('more practices to choose on than a browser keeps a cookie for are refused, and it is said how many bytes they take', () => {
  expect(issuesWith(160, 'statistics')).toEqual([])
  expect(issuesWith(200, 'statistics')).toMatchObject([
    { code: 'choice-too-long', severity: 'error', path: ['practices'], data: { count: 200, most: 4000 } },
  ])
})

test('where there is nothing to choose nobody has such a cookie, and any number of practices will do', () => {
  expect(issuesWith(300, 'cart')).toEqual([])
})
