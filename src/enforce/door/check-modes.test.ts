import { expect, test } from 'vitest'
import { askingPolicy } from '../../../test/support/door-policy.ts'
import { createDoor, type DoorOptions } from './index.ts'

const policy = askingPolicy()

test.each<[string, DoorOptions]>([
  [
    'the policy has no practice "advertisng". There are "shop", "statistics", "advertising", "tips". Did you mean "advertising"?',
    { practices: { statistics: 'report', advertisng: 'enforce' } },
  ],
  [
    'the policy has no practice "колички". There are "shop", "statistics", "advertising", "tips".',
    { practices: { колички: 'off' } },
  ],
  ['the policy has no practice "toString".', { practices: { toString: 'off' } as DoorOptions['practices'] & {} }],
  [
    'there is no mode "enforced". There are "off", "report", "enforce". Did you mean "enforce"?',
    { mode: 'enforced' as 'enforce' },
  ],
  ['there is no mode "on".', { practices: { tips: 'on' as 'off' } }],
])('a door that would hold nobody to what was meant is not made: %s', (said, options) => {
  expect(() => createDoor(policy, options)).toThrow(said)
})

test('every practice of the policy may have a mode of its own', () => {
  const practices = Object.fromEntries(policy.practices.map(({ id }) => [id, 'report' as const]))
  expect(createDoor(policy, { practices }).stats().decisions).toBe(0)
})
