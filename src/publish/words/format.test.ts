import { expect, test } from 'vitest'
import { capitalize, directionOf, enumerateTerms, formatDate, formatDuration, nameOfLanguage } from './format.ts'

test('dates, durations and lists are written as the language writes them', () => {
  expect(formatDate('2012-06-26', 'en')).toBe('26 June 2012')
  expect(formatDate('2012-06-26', 'bg')).toBe('26 юни 2012 г.')
  expect(formatDuration({ count: 1, unit: 'year' }, 'bg')).toBe('1 година')
  expect(formatDuration({ count: 13, unit: 'month' }, 'bg')).toBe('13 месеца')
  expect(enumerateTerms(['Health data', 'IP address', 'The public'], 'en')).toBe(
    'health data, IP address and the public',
  )
})

test('a date is the same day wherever it is written', () => {
  expect(formatDate('2012-12-31T23:30:00Z', 'en')).toBe('31 December 2012')
  expect(formatDate('soon', 'en')).toBe('soon')
})

test('languages are named in themselves', () => {
  expect(['bg', 'en', 'x y'].map(nameOfLanguage)).toEqual(['Български', 'English', 'x y'])
  expect(['bg', 'ar', 'he-IL'].map(directionOf)).toEqual(['ltr', 'rtl', 'rtl'])
})

test('a first letter beyond the basic plane is one letter', () => {
  expect(capitalize('𐐨𐐩', 'en')).toBe('𐐀𐐩')
  expect(capitalize('', 'en')).toBe('')
})
