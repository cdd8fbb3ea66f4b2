import { expect, test } from 'vitest'
import { checkDeclaration } from './check-declaration.ts'
import { checkText } from './check-text.ts'
import { createPaint } from './terminal.ts'

const text = (source: string, shown = true, colour = false) =>
  checkText(checkDeclaration(new TextEncoder().encode(source)), {
    file: 'candor.yaml',
    language: 'en',
    paint: createPaint(colour),
    source: shown ? source : undefined,
  })

const linesOf = (source: string) => text(source).split('\n')

test('the line is shown with a caret under what is wrong', () => {
  expect(linesOf('candor: 1\naccess: sometimes\n')).toEqual([
    'candor.yaml:1:1 error key-missing: The key "site" is missing here.',
    '    1 | candor: 1',
    '      | ^^^^^^',
    'candor.yaml:1:1 error key-missing: The key "practices" is missing here.',
    '    1 | candor: 1',
    '      | ^^^^^^',
    expect.stringMatching(/^candor\.yaml:2:9 error term-unknown: "sometimes" is not one of/),
    '    2 | access: sometimes',
    '      |         ^^^^^^^^^',
    '',
    '3 errors. There is no policy yet.',
    '',
  ])
})

test('a caret stands right behind tabs, and within a very long line', () => {
  const tabbed = linesOf('{\n\t\t"candor": 7\n}')
  expect(tabbed).toContain('      | \t\t          ^')
  const long = linesOf(`candor: 1\neffective: "${'x'.repeat(500)}" # ${'y'.repeat(500)}`).filter(line =>
    line.includes(' | '),
  )
  expect(Math.max(...long.map(line => line.length))).toBeLessThan(130)
})

test('what is written in a file cannot steer the terminal', () => {
  const told = text('candor: 1\naccess: "\u001b[2J\u202e"\n')
  expect(told).not.toMatch(/[\u001b\u202e]/)
})

test('without a terminal there is a line for each problem, and what it came to', () => {
  const told = text('candor: 1\n', false)
  expect(told.split('\n').filter(line => line.includes(' | '))).toEqual([])
  expect(told).toMatch(/^candor\.yaml:1:1 error /)
})
