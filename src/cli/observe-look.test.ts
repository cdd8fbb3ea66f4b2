import { expect, test } from 'vitest'
import { adviceFor } from './observe-look.ts'

test('who names a machine of their own, or one that does not answer, is told what to try', () => {
  expect(adviceFor('private-address', 'en')).toContain('--allow-private')
  expect(adviceFor('network', 'en')).toContain('address')
  expect(adviceFor('crashed', 'en')).toBe('')
})
