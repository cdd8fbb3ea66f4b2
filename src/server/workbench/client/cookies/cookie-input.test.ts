import { describe, expect, test } from 'vitest'
import { addressFrom, lineFrom, settingFrom, withRepair } from './cookie-input.ts'
import { fromLink, toLink } from './cookie-link.ts'
import { EMPTY, EXAMPLES } from './examples.ts'

describe('the line that is meant', () => {
  test.each([
    ['a=1; Secure', 'a=1; Secure'],
    ['Set-Cookie: a=1; Secure', 'a=1; Secure'],
    ['a=1\n', 'a=1'],
    ['HTTP/1.1 200 OK\r\nServer: x\r\n  set-cookie:a=1; Path=/\r\nSet-Cookie: b=2', 'a=1; Path=/'],
    // What is a fault of the line itself is for the browsers to answer.
    ['a=1\tb', 'a=1\tb'],
    [' a=1', ' a=1'],
  ])('of %j it is %j', (pasted, line) => {
    expect(lineFrom(pasted)).toBe(line)
  })
})

test.each([
  ['shop.example', 'https://shop.example'],
  ['  http://shop.example/a ', 'http://shop.example/a'],
  ['localhost:3000', 'https://localhost:3000'],
  ['ftp://shop.example/', null],
  ['file:///etc', null],
  ['shop example', null],
  ['', null],
])('an address typed as %j is %j', (typed, address) => {
  expect(addressFrom(typed)).toBe(address)
})

test('the page around the cookie counts only where it is embedded', () => {
  expect(settingFrom({ ...EMPTY, top: 'no address' })).toMatchObject({
    top: EMPTY.url,
    navigation: true,
    via: 'header',
  })
  expect(settingFrom({ ...EMPTY, top: 'no address', embedded: true })).toBeNull()
  expect(settingFrom({ ...EMPTY, embedded: true, script: true })).toMatchObject({
    top: 'https://news.example/',
    navigation: false,
    via: 'script',
  })
})

test('a repair changes the line, who sets it, and the scheme of both pages', () => {
  const input = { ...EMPTY, url: 'http://a.example/', top: 'http://b.example/', embedded: true, script: true }
  const repair = {
    changes: ['by-header', 'by-https'],
    line: 'a=1; Secure',
    via: 'header',
    url: 'https://a.example/',
    works: [],
    treatments: {},
  } as const
  expect(withRepair(input, repair)).toEqual({
    line: 'a=1; Secure',
    url: 'https://a.example/',
    top: 'https://b.example/',
    embedded: true,
    script: false,
  })
})

test.each(EXAMPLES.map(({ name, input }) => [name, input] as const))('a link holds all of %s', (_, input) => {
  expect(fromLink(new URLSearchParams(String(new URLSearchParams(toLink(input)))))).toEqual(input)
})

test('an empty link leaves the fields as they are at first', () => {
  expect(fromLink(new URLSearchParams())).toEqual(EMPTY)
})
