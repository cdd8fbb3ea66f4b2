import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { examplePolicy } from '../../test/support/policies.ts'
import { publishFiles } from '../publish/index.ts'
import { publicationOptions } from './publication-options.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the notice tells what today’s browsers do with the declared cookies, in the same bytes whatever the clock says', async () => {
  vi.setSystemTime('2026-01-01')
  const policy = await examplePolicy('quality-unit')
  const files = publishFiles(policy, publicationOptions(policy))
  vi.setSystemTime('2031-07-01')
  expect(publishFiles(policy, publicationOptions(policy))).toEqual(files)
  expect(files.get('notice/en/notice.md')).toContain('| **Kept for 400 days only** Chrome in every window;')
  expect(files.get('notice/bg/notice.md')).toContain('**Пази се само 400 дни**')
})

test('a site without cookies has nothing for browsers to treat', async () => {
  const policy = await examplePolicy('quality-unit')
  expect(publicationOptions({ ...policy, cookies: [] }).treatments).toBeUndefined()
})
