import { describe, expect, test } from 'vitest'
import { declarePreferences, declarePreferencesObject, STRENGTHS } from './index.ts'

const read = (text: string) => {
  const declared = declarePreferences(text)
  return declared.ok ? declared.value : declared.issues.map(({ code }) => code)
}

describe('preferences', () => {
  test('are those of the strength they are based on, but for what is said', () => {
    expect(read('based-on: careful\nretention: purpose\n')).toEqual({ ...STRENGTHS.careful, retention: 'purpose' })
    expect(read('{ "based-on": "strict", "marketing": "with-consent" }')).toEqual({
      ...STRENGTHS.strict,
      marketing: 'with-consent',
    })
  })

  test('welcome what they do not speak of, where they are based on nothing', () => {
    expect(read('marketing: never\n')).toEqual({ ...STRENGTHS.open, marketing: 'never' })
  })

  test('that limit third parties do not let those beyond slip in', () => {
    expect(read('third-parties: none\n')).toMatchObject({ thirdParties: 'none', furtherParties: 'never' })
    expect(read('third-parties: none\nfurther-parties: with-consent\n')).toMatchObject({
      thirdParties: 'none',
      furtherParties: 'with-consent',
    })
    expect(read('based-on: careful\nthird-parties: same\n')).toMatchObject({ furtherParties: 'with-consent' })
  })

  test('may be made by a program', () => {
    expect(declarePreferencesObject({ 'based-on': 'strict' })).toEqual({
      ok: true,
      value: STRENGTHS.strict,
      issues: [],
    })
  })

  test.each([
    ['nothing at all', '# none\n', ['preferences-empty']],
    ['an unknown wish', 'marketting: never\n', ['key-unknown']],
    ['an unknown word', 'marketing: sometimes\n', ['term-unknown']],
    ['a list', '- marketing\n', ['kind-wrong']],
    ['no YAML', 'marketing: "never\n', ['syntax-wrong']],
  ])('with %s are refused', (_, text, wanted) => {
    expect(read(text)).toEqual(wanted)
  })

  test('tell the place of a fault, and the word that was meant', () => {
    expect(declarePreferences('based-on: careful\nretention: limitd\n').issues).toMatchObject([
      { code: 'term-unknown', data: { nearest: 'limited' }, at: { line: 2, column: 12 } },
    ])
  })
})
