import { expect, test } from 'vitest'
import { sayFact, sayField, sayLine } from './say-point.ts'

test('a long Cookie header is told by its rows of names', () => {
  const header = [1, 2, 3, 7, 9, 10].map(number => `c${String(number).padStart(3, '0')}=1`).join('; ')
  expect(sayFact(header, 'en')).toBe(header)
  expect(sayFact(`${header}; c011=1`, 'en')).toBe('7: c001–c003, c007, c009–c011')
})

test('control characters and long lines can be read', () => {
  expect(sayLine('a=\tb\0')).toBe('a=\\x09b\\x00')
  expect(sayLine(`a=${'x'.repeat(5000)}`)).toMatch(/^a=x{58} … x{30} \(5002\)$/)
})

test('facts are told in the language asked for', () => {
  expect(sayFact(400, 'en')).toBe('400 d')
  expect(sayFact(1, 'bg')).toBe('1 ден')
  expect(sayFact(null, 'bg')).toBe('–')
  expect(sayField('sent.link', 'en')).toBe('sent: link')
})
