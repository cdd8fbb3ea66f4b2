import { expect, test } from 'vitest'
import {
  isCookieName,
  isDate,
  isEmail,
  isPage,
  isPracticeId,
  parseDuration,
  parseHost,
  parseHostPattern,
  parseOrigin,
  parseUrl,
} from './values.ts'

test('lengths of time', () => {
  expect(parseDuration('1 day')).toEqual({ count: 1, unit: 'day' })
  expect(parseDuration('  13  Months ')).toEqual({ count: 13, unit: 'month' })
  for (const text of [
    '',
    'day',
    '1day',
    '0 days',
    '-1 day',
    '1.5 years',
    '1 fortnight',
    '9999999 days',
    '1 day 2 hours',
  ])
    expect(parseDuration(text), text).toBeUndefined()
})

test('dates are days that there are', () => {
  expect(['2012-06-26', '2024-02-29'].every(isDate)).toBe(true)
  expect(['2023-02-29', '2012-6-26', '2012-13-01', '26.06.2012', '', '2012-06-26T00:00:00Z'].some(isDate)).toBe(false)
})

test('addresses are of the web, whole, and hold no password', () => {
  expect(parseUrl('HTTPS://Example.com')?.href).toBe('https://example.com/')
  for (const text of [
    'example.com',
    '//example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'https://a:b@c.example',
    '',
  ])
    expect(parseUrl(text), text).toBeUndefined()
})

test('hosts are names or numbers and nothing more', () => {
  expect(parseHost('WWW.Example.com')).toBe('www.example.com')
  expect(parseHost('пример.испытание')).toBe('xn--e1afmkfd.xn--80akhbyknj4f')
  expect(parseHost('127.0.0.1')).toBe('127.0.0.1')
  for (const text of ['', '.', 'a b', 'a/b', 'a:80', 'user@a', 'https://a', 'a%41', '*.a', '.a'])
    expect(parseHost(text), text).toBeUndefined()
})

test('what stands before a host stays', () => {
  expect(parseHostPattern('.Example.com', '.')).toBe('.example.com')
  expect(parseHostPattern('*.Example.com', '*.')).toBe('*.example.com')
  expect(parseHostPattern('example.com', '*.')).toBe('example.com')
  expect(parseHostPattern('*.example.com', '.')).toBeUndefined()
  expect(parseHostPattern('*.*.example.com', '*.')).toBeUndefined()
})

test('origins have no path', () => {
  expect(parseOrigin('https://Example.com:443')).toBe('https://example.com')
  expect(parseOrigin('https://example.com/app')).toBeUndefined()
  expect(parseOrigin('https://example.com/?a')).toBeUndefined()
})

test('names of cookies are whatever browsers keep', () => {
  expect(['sid', '_ga_*', '__Host-id', 'user[name]', 'a b', 'име'].every(isCookieName)).toBe(true)
  expect(['', ' sid', 'a=b', 'a;b', 'a\tb', 'x'.repeat(5000)].some(isCookieName)).toBe(false)
})

test('pages, e-mail addresses and ids', () => {
  expect(['/privacy', 'privacy', 'https://other.example/p', '?p=1', '#privacy'].every(isPage)).toBe(true)
  expect(['two words', 'javascript:x', 'mailto:a@b.example', 'https://a:b@c.example/'].some(isPage)).toBe(false)
  expect(isEmail('a@b.example')).toBe(true)
  expect(['a', 'a@', '@b', 'a b@c', 'A <a@b>'].some(isEmail)).toBe(false)
  expect(['log', 'access-log', 'log2'].every(isPracticeId)).toBe(true)
  expect(['Log', '2log', 'access_log', '-log', 'log-', 'a--b', 'x'.repeat(65), 'дневник'].some(isPracticeId)).toBe(
    false,
  )
})
