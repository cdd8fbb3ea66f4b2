import { expect, test } from 'vitest'
import { policyOf, SOUND } from '../../../test/support/policy-of.ts'
import type { DeclarationInput } from '../../declare/index.ts'
import { compactForm } from './compact-form.ts'

const practice = SOUND.practices['shop']!
const withPractice = (changes: Partial<typeof practice>): DeclarationInput => ({
  ...SOUND,
  practices: { log: practice, shop: { ...practice, ...changes } },
})

const found = (input: DeclarationInput) =>
  compactForm(policyOf(input)).map(({ code, path }) => `${code} ${path.join('/')}`)

test('nothing is found in a sound policy, whichever practices have cookies', () => {
  expect(found(SOUND)).toEqual([])
  expect(found({ ...SOUND, cookies: [] })).toEqual([])
})

test('access to nothing beside data that identify is found where the access is declared', () => {
  const data = [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'state'] as const }, 'user.home-info.online.email']
  const input = withPractice({ data: data as typeof practice.data, purposes: { contact: 'opt-in' } })
  expect(found({ ...input, access: 'nonident' })).toEqual([
    'noi-beside-identifying access',
    'noi-beside-personal-use access',
    'noi-beside-identifiers access',
  ])
})

test('a use with two choices is found at the first practice that has it', () => {
  const contact = (choice: 'opt-in' | 'opt-out') => ({ ...practice, purposes: { contact: choice } as const })
  const input = { ...SOUND, practices: { shop: practice, a: contact('opt-in'), b: contact('opt-out') } }
  expect(found(input)).toEqual(['choice-tokens-differ practices/a/purposes/contact'])
})

test('what IBM wrote and nobody reads is found where the style is declared, and what is lost by it', () => {
  const ibm = { p3p: { style: 'ibm' } } as const
  const suffix = 'token-suffix-on-current p3p/style'
  expect(found({ ...withPractice({ purposes: ['current', 'admin'] }), ...ibm })).toEqual([suffix])
  expect(found({ ...SOUND, ...ibm })).toEqual([suffix, 'purpose-token-missing p3p/style'])
})

test('places are those of the declaration, not of the header', () => {
  expect(compactForm(policyOf({ ...SOUND, p3p: { style: 'ibm' } }))[0]).not.toHaveProperty('at')
})

test('what the practices tell apart is not found in their sum, nor a trial that is meant', () => {
  const input = withPractice({ retention: 'no-retention' })
  const third = { ...input.practices, archive: { ...practice, retention: 'indefinitely' } as const }
  expect(found({ ...input, practices: third, disputes: [], p3p: { test: true } })).toEqual([])
})
