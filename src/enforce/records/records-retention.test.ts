import { expect, test } from 'vitest'
import { examplePolicy } from '../../../test/support/policies.ts'
import type { Policy, Retention } from '../../model/index.ts'
import { expiresBefore, recordsRetention } from './records-retention.ts'

async function keeping(retention: Partial<Retention>, url = 'https://www.qualityunit.com/'): Promise<Policy> {
  const policy = await examplePolicy('quality-unit')
  const [practice, ...others] = policy.practices
  const [cookie] = policy.cookies
  if (practice === undefined || cookie === undefined) throw new Error('the example has lost its practices')
  const kept = { ...practice, retention: { ...practice.retention, ...retention } }
  const own = { ...cookie, name: url.startsWith('https') ? '__Host-candor' : 'candor', practice: practice.id }
  return { ...policy, site: { ...policy.site, url }, practices: [kept, ...others], cookies: [own, ...policy.cookies] }
}

test('receipts are kept as long as the practice says that Candor’s own cookie belongs to', async () => {
  const policy = await keeping({ rule: 'stated-purpose', period: { count: 2, unit: 'year' } })
  const term = recordsRetention(policy)
  expect(term).toEqual({ period: { count: 2, unit: 'year' }, practice: policy.practices[0]?.id })
  expect(term && expiresBefore(term, new Date('2026-11-22T12:00:00Z'))).toBe('2024-11-22T00:21:36.000Z')
})

test('a practice that keeps them without end keeps them, where nothing is encrypted too', async () => {
  expect(recordsRetention(await keeping({ rule: 'indefinitely' }))).toBeNull()
  expect(recordsRetention(await keeping({ rule: 'indefinitely' }, 'http://www.qualityunit.com/'))).toBeNull()
})

test('where none says how long, it is three years', async () => {
  const three = { period: { count: 3, unit: 'year' }, practice: null }
  expect(recordsRetention(await examplePolicy('quality-unit'))).toEqual(three)
  expect(recordsRetention(await keeping({ rule: 'legal-requirement', period: null }))).toEqual(three)
})
