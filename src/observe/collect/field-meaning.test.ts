import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldMeaning } from './field-meaning.ts'

const asks = (given: { name?: string; type?: string; autocomplete?: string; label?: string }) =>
  fieldMeaning({ name: '', type: 'text', autocomplete: null, label: '', ...given })?.asks ?? null

test.each([
  ['section-a shipping street-address', 'address'],
  ['cc-number', 'card'],
  ['billing tel', 'phone'],
  ['username webauthn', 'user-name'],
  ['bday', 'birthday'],
])('autocomplete=%s asks for %s', (autocomplete, meaning) => {
  expect(asks({ autocomplete, label: 'Whatever', name: 'x' })).toBe(meaning)
})

test.each([
  ['customer[firstName]', 'name'],
  ['billing_postcode', 'address'],
  ['newsletter-email', 'email'],
  ['userPhone', 'phone'],
  ['egn', 'government-id'],
  ['iban', 'bank-account'],
  ['q', 'search'],
])('a field named %s asks for %s', (name, meaning) => {
  expect(asks({ name })).toBe(meaning)
})

describe('labels in the languages of the EU', () => {
  test.each([
    ['Имейл адрес', 'email'],
    ['Ел. поща *', 'email'],
    ['Име и фамилия', 'name'],
    ['Пощенски код:', 'address'],
    ['Телефон за връзка', 'phone'],
    ['Дата на раждане', 'birthday'],
    ['ЕГН', 'government-id'],
    ['Парола', 'password'],
    ['Вашето съобщение', 'message'],
    ['Geburtsdatum', 'birthday'],
    ['Straße und Hausnummer', 'address'],
    ['Numéro de carte', 'card'],
    ['Correo electrónico', 'email'],
    ['Codice fiscale', 'government-id'],
    ['Κινητό', 'phone'],
    ['Puhelinnumero', 'phone'],
    ['Imię i nazwisko', 'name'],
    ['Születési dátum', 'birthday'],
    ['Parolă', 'password'],
    ['Slaptažodis', 'password'],
  ])('%s asks for %s', (label, meaning) => {
    expect(asks({ label })).toBe(meaning)
  })
})

test.each(['Quantity', 'Количество', 'Coupon', 'I agree to the terms'])('%s asks for nothing personal', label => {
  expect(asks({ label })).toBeNull()
})

test('what is ticked tells of people only where the question does', () => {
  expect(asks({ type: 'checkbox', label: 'Send me the newsletter by e-mail', name: 'newsletter' })).toBeNull()
  expect(asks({ type: 'radio', name: 'gender' })).toBe('gender')
})

test('any field is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (label, name, autocomplete) => {
      asks({ label, name, autocomplete })
    }),
    { numRuns: 200 },
  )
})
