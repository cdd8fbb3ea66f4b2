import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../../messages/index.ts'
import { answerRows, sentColumns } from './answer-rows.ts'
import { askBrowsers } from './answers.ts'
import { type CookieInput, settingFrom } from './cookie-input.ts'
import { EMPTY, EXAMPLES } from './examples.ts'

const NOW = '2026-11-22T12:00:00Z'

function ask(input: CookieInput) {
  const set = settingFrom(input)
  if (set === null) throw new Error('an example has addresses')
  return askBrowsers(input.line, set, NOW)
}

const rowsOf = (input: CookieInput) => answerRows(ask(input), input.embedded, 'en')

test('browsers that answer alike share a row, also where they part in what the table does not show', () => {
  const rows = rowsOf({ ...EMPTY, line: 'a=1; Path=/; Max-Age=86400; Secure; SameSite=Lax' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    browsers: 'every browser',
    kept: { words: 'yes', detail: '1 day', tone: 'good' },
    jar: { words: 'common' },
    sent: [{ words: 'yes' }, { words: 'yes' }, { words: 'no' }, { words: 'no' }],
  })
})

test('a form from another site is told to take a cookie without SameSite along for two minutes', () => {
  const [chrome] = rowsOf({ ...EMPTY, line: 'a=1; Path=/; Secure' })
  expect(chrome?.sent[2]).toEqual({ words: 'for two minutes', tone: 'mild' })
})

test('a third party’s cookie is told its jar by the page it is for', () => {
  const { input } = EXAMPLES[1]
  const firefox = rowsOf(input).find(({ browsers }) => browsers === 'Firefox in every mode')
  expect(firefox).toMatchObject({
    kept: { words: 'yes', tone: 'mild' },
    jar: { words: 'apart, for pages of news.example' },
    sent: [{ words: 'no' }, { words: 'no' }, { words: 'no' }, { words: 'yes' }, { words: 'no' }],
  })
  expect(sentColumns(ask(input).ask, true, 'en')).toContain('what news.example embeds')
})

test('what cannot be known is called so, and counted so', () => {
  const input = { ...EMPTY, line: 'a="1\u00e9' }
  const { kept, refused, unknown } = ask(input).counts
  expect(kept + refused + unknown).toBe(11)
  expect(unknown).toBeGreaterThan(0)
  expect(rowsOf(input).find(({ browsers }) => browsers.includes('Safari'))?.kept).toEqual({
    words: 'not known',
    tone: 'open',
  })
})

describe.each(LANGUAGES)('in %s', language => {
  test.each(EXAMPLES.map(({ name, input }) => [name, input] as const))(
    '%s has a cell under every column',
    (_, input) => {
      const answers = ask(input)
      const columns = sentColumns(answers.ask, input.embedded, language)
      for (const { sent, why } of answerRows(answers, input.embedded, language)) {
        expect(sent).toHaveLength(columns.length)
        expect(why).not.toBe('')
      }
    },
  )
})

test('each example that is not fine has a repair', () => {
  for (const { input } of EXAMPLES) {
    const { fine, repairs } = ask(input)
    expect(fine || repairs().length > 0).toBe(true)
  }
})
