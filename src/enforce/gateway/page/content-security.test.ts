import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendContentSecurity } from './content-security.ts'

const CHOICES = 'https://shop.example/candor/choices'
const extension = {
  needed: { script: ["'sha256-s'"], style: ["'sha256-t'"], connect: [CHOICES], form: [CHOICES] },
  origin: 'https://shop.example',
}
const extend = (value: string) => extendContentSecurity(value, extension)

test.each([
  ['nothing restricts it', "img-src 'self'; frame-ancestors 'none'", "img-src 'self'; frame-ancestors 'none'"],
  [
    'the narrowest directive decides',
    "script-src x; script-src-elem 'self'",
    "script-src x; script-src-elem 'self' 'sha256-s'",
  ],
  ['none counts only alone', "script-src 'none'", "script-src 'sha256-s'"],
  [
    'default-src stays, and what falls back on it is said',
    "default-src 'self'",
    "default-src 'self'; script-src 'self' 'sha256-s'; style-src 'self' 'sha256-t'",
  ],
  ['inline is allowed already', "script-src 'unsafe-inline' a.example", "script-src 'unsafe-inline' a.example"],
  [
    'a nonce has taken that away',
    "script-src 'unsafe-inline' 'nonce-x'",
    "script-src 'unsafe-inline' 'nonce-x' 'sha256-s'",
  ],
  [
    'strict-dynamic has too',
    "script-src 'unsafe-inline' 'strict-dynamic'",
    "script-src 'unsafe-inline' 'strict-dynamic' 'sha256-s'",
  ],
  ['own addresses are those of self', "connect-src 'self'; form-action *", "connect-src 'self'; form-action *"],
  ['others are not', 'connect-src api.example', `connect-src api.example ${CHOICES}`],
  ['the first of two directives counts', 'script-src a; script-src b', "script-src a 'sha256-s'"],
  [
    'several policies in one line',
    'script-src a, img-src b, SCRIPT-SRC c',
    "script-src a 'sha256-s', img-src b,script-src c 'sha256-s'",
  ],
])('%s', (_, value, expected) => expect(extend(value)).toBe(expected))

test('what is extended once is not extended again', () => {
  const part = fc.constantFrom(
    'script-src',
    'default-src',
    'style-src',
    "'self'",
    "'none'",
    "'unsafe-inline'",
    ';',
    ',',
    ' ',
    'a.example',
    'form-action',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), parts => {
      const once = extend(parts.join(' '))
      expect(extend(once)).toBe(once)
    }),
    { numRuns: 500 },
  )
})
