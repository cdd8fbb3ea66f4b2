import { expect, test } from 'vitest'
import { DOOR_ACTIONS, DOOR_MODES, DOOR_REASONS } from '../model/index.ts'
import { sayDoorDecision } from './index.ts'

test('a decision is said with its reason, in either language', () => {
  const decision = {
    action: 'stopped',
    cookie: 'ads',
    practice: 'advertising',
    reason: 'practice-refused',
    mode: 'enforce',
  } as const
  expect(sayDoorDecision(decision, 'en')).toBe('ads (practice advertising): stopped. The visitor refused its practice.')
  expect(sayDoorDecision(decision, 'bg')).toBe(
    'ads (практика advertising): спряна. Посетителят е отказал практиката ѝ.',
  )
})

test('what is only reported says so', () => {
  const decision = {
    action: 'stopped',
    cookie: 'x',
    practice: null,
    reason: 'cookie-undeclared',
    mode: 'report',
  } as const
  expect(sayDoorDecision(decision, 'en')).toMatch(
    /^x \(of no practice\): stopped \(only reported\)\. The declaration has no such/,
  )
})

test('there are words for every action, reason and mode', () => {
  for (const language of ['en', 'bg'] as const)
    for (const action of DOOR_ACTIONS)
      for (const reason of DOOR_REASONS)
        for (const mode of DOOR_MODES)
          expect(sayDoorDecision({ action, cookie: 'c', practice: 'p', reason, mode }, language)).toMatch(
            /^c \(.*\): \S.*\. \S.*\.$/,
          )
})
