import { afterEach, expect, test } from 'vitest'
import { createPaint, formatColumns, printable, wrapText } from './terminal.ts'

const columns = Object.getOwnPropertyDescriptor(process.stdout, 'columns')
afterEach(() => {
  if (columns) Object.defineProperty(process.stdout, 'columns', columns)
  else Reflect.deleteProperty(process.stdout, 'columns')
})

test('what others wrote cannot steer the terminal', () => {
  expect(printable('CON\u001b[2J\r\nü \u202eabc')).toBe('CON\\u{1b}[2J\\u{d}\\u{a}ü \\u{202e}abc')
})

test('no colour is written where none is wanted', () => {
  expect(createPaint(false).red('x')).toBe('x')
  expect(createPaint(true).red('x')).toBe('\u001b[31mx\u001b[0m')
})

test('text is broken at spaces only', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapText('incomprehensible a', 5)).toEqual(['incomprehensible', 'a'])
  expect(wrapText('', 5)).toEqual([''])
})

test('columns line up whatever their colours, and the last one is wrapped under itself', () => {
  Object.defineProperty(process.stdout, 'columns', { value: 40, configurable: true })
  const paint = createPaint(true).bold
  const text = formatColumns(
    [
      [{ text: 'CON', paint }, { text: 'opt-out' }, { text: 'said in more words than a line of forty has' }],
      [{ text: 'Ж' }, { text: '' }, { text: 'short' }],
    ],
    2,
  )
  expect(text).toBe(
    [
      `  ${paint('CON')}  opt-out  said in more words than`,
      '                a line of forty has',
      '  Ж             short',
      '',
    ].join('\n'),
  )
})
