import { expect, test } from 'vitest'
import { adviceFor } from './observe-look.ts'

test('who names a machine of their own, or one that does not answer, is told what to try', () => {
  expect(adviceFor('private-address', 'en')).toContain('--allow-private')
  for (const why of ['no-such-host', 'name-unknown', 'nobody-answers', 'cut-off', 'network'] as const)
    expect(adviceFor(why, 'en')).toContain('address')
  expect(adviceFor('crashed', 'en')).toBe('')
})
