import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../messages/index.ts'
import type { Datum } from '../../model/index.ts'
import { dataElements } from '../../vocabulary/index.ts'
import { dataName, elementName } from './data-name.ts'

/** The set that may not be referred to as a whole (P3P 1.0, 5.6.4). */
const WHOLE = 'dynamic'

describe.each(LANGUAGES)('in %s', language => {
  test('every element and set of the base data schema has a name of its own', () => {
    const names = [...dataElements().keys()].filter(ref => ref !== WHOLE).map(ref => elementName(ref, language))
    expect(names).not.toContain(null)
    expect(new Set(names).size).toBe(names.length)
  })

  test('what is no element has none', () => {
    for (const ref of ['', 'user.', 'user.nose', 'user.name.given.first', 'toString', 'dynamic.constructor'])
      expect(elementName(ref, language)).toBeNull()
  })
})

test('a part is named inside its whole, and whose it is where it is not the visitor’s', () => {
  expect(elementName('user.name', 'en')).toBe('name')
  expect(elementName('user.home-info.postal.street', 'en')).toBe('street (home contact data, postal address)')
  expect(elementName('thirdparty.name', 'en')).toBe('name (about another person)')
})

test('what a part says by itself is not said again of its whole', () => {
  expect(elementName('user.home-info.online.email', 'en')).toBe('e-mail address (home contact data)')
  expect(elementName('user.home-info.online.email', 'bg')).toBe('адрес на електронна поща (домашни данни за връзка)')
  expect(elementName('user.home-info.online', 'en')).toBe('e-mail and web address (home contact data)')
  expect(elementName('user.home-info.telecom.mobile.number', 'en')).toBe(
    'phone number (home contact data, mobile phone)',
  )
})

test('data of the site’s own without a name go by their kinds', () => {
  const datum: Datum = { ref: 'dynamic.miscdata', name: null, categories: ['purchase', 'health'], optional: false }
  expect(dataName(datum, 'en')).toBe('other data: purchase data and health data')
})
