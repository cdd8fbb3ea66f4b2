import { describe, expect, test } from 'vitest'
import { LANGUAGES, sayRule, saySending } from '../../messages/index.ts'
import { SENDING_RULES, SETTING_RULES } from './rules.ts'

const DATA = {
  name: 'a',
  domain: 'b.example',
  bytes: 4097,
  host: 'c.example',
  site: '',
  top: 'https://d.example',
  days: 7,
}

describe.each(LANGUAGES)('in %s', language => {
  test.each(Object.keys(SETTING_RULES))('%s has a sentence', rule => {
    expect(sayRule(rule, DATA, language)).toMatch(/^\p{Lu}.*\.$/u)
    expect(sayRule(rule, DATA, language)).not.toMatch(/undefined|[{}]/)
  })

  test.each(Object.keys(SENDING_RULES))('%s has a sentence', rule => {
    expect(saySending(rule, language)).toMatch(/^\p{Lu}.*\.$/u)
  })
})

test('a code is kebab-case, and no two rules have the same', () => {
  const codes = [...Object.keys(SETTING_RULES), ...Object.keys(SENDING_RULES)]
  for (const code of codes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  expect(new Set(codes).size).toBe(codes.length)
})
