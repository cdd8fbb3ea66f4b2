import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asking, SITE } from '../../../test/support/asking-consent.ts'
import { returnPath } from './return-path.ts'

test('a choice leads back to the page it was made on', async () => {
  const response = await asking().send(new URLSearchParams({ choice: 'refuse', return: '/shelf?page=2' }))
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/shelf?page=2'])
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/%09//..//evil.example',
  '/.//evil.example/',
  'javascript:alert(1)',
  '\\\\evil.example',
  '/a\r\nSet-Cookie: x=1',
  `/${'a'.repeat(5000)}`,
  '',
])('a choice never leads off the site: %j', async back => {
  const response = await asking().send(new URLSearchParams({ choice: 'refuse', return: back }))
  const location = response.headers.get('Location') ?? ''
  expect(new URL(location, SITE).origin).toBe(SITE)
  expect(location).toMatch(/^\/(?![/\\])[^\r\n\t]*$/)
  expect(response.headers.get('Set-Cookie')).not.toContain('x=1')
})

test('a way back is one of this site', () => {
  const part = fc.constantFrom(
    ...['/', '\\\\', '.', '..', ':', '@', '?', '#', '%2f', '\t', '\n', 'evil.example', 'https:', ' '],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part).map(parts => parts.join('')),
      ),
      wanted => {
        const path = returnPath(wanted)
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
        expect(new URL(path, SITE).origin).toBe(SITE)
        expect(returnPath(path)).toBe(path)
      },
    ),
    { numRuns: 500 },
  )
})
