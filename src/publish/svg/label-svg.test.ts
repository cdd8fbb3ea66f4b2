import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FULL } from '../../../test/support/full-declaration.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { LANGUAGES } from '../../messages/index.ts'
import { labelSvg } from './label-svg.ts'
import { breakLines, textWidth } from './text.ts'

const POLICY = policyOf(FULL)

interface Picture {
  readonly root: Readonly<Record<string, string>>
  /** What stands in elements of a name. */
  readonly texts: (element: string) => readonly string[]
  readonly boxes: readonly string[]
}

function read(svg: string): Picture {
  const found: [element: string, text: string][] = []
  const boxes: string[] = []
  const open: string[] = []
  let root: Record<string, string> = {}
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0) root = attributes as Record<string, string>
    if (name === 'rect') boxes.push(String(attributes['class']))
    open.push(name)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => {
    if (text.trim() !== '') found.push([open.at(-1) ?? '', text])
  })
  parser.write(svg).close()
  return { root, boxes, texts: element => found.filter(([name]) => name === element).map(([, text]) => text) }
}

describe.each(LANGUAGES)('in %s', language => {
  const { root, texts, boxes } = read(labelSvg(POLICY, language))

  test('it is a picture with a name and a description, in its language', () => {
    expect(root).toMatchObject({ role: 'img', 'aria-labelledby': 'label-title label-text', lang: language })
    expect(texts('title')).toHaveLength(1)
    expect(texts('desc')[0]?.length).toBeGreaterThan(200)
  })

  test('every coloured cell has a sign, in the grid and in the legend', () => {
    const signs = { bg: ['!', 'ОТКАЗ', 'СЪГЛАСИЕ', '–'], en: ['!', 'OUT', 'IN', '–'] }[language]
    const cells = boxes.filter(box => box !== 'paper')
    expect(cells).toHaveLength(10 * 6 + 4)
    expect(texts('tspan').filter(text => signs.includes(text))).toHaveLength(cells.length)
  })

  test('it tells how to reach the site and where the whole policy is', () => {
    const whole = texts('tspan').join(' ')
    expect(whole).toContain('privacy@shop.example')
    expect(whole).toContain('https://shop.example/privacy')
  })
})

test('the description says in words what the cells say by their signs', () => {
  const [description] = read(labelSvg(POLICY, 'en')).texts('desc')
  expect(description).toContain(
    'Contact data: Service and site upkeep (always), Marketing (only if you agree), Telephone marketing (until you refuse), Other companies (until you refuse).',
  )
  expect(description).toContain('Not collected: financial data, health data,')
})

test('lines are broken at spaces, and a word only where it must be', () => {
  expect(breakLines('one two three', 10, textWidth('one two', 10))).toEqual(['one two', 'three'])
  expect(breakLines('x'.repeat(10), 10, textWidth('xxxx', 10))).toEqual(['xxxx', 'xxxx', 'xx'])
  expect(breakLines('  ', 10, 100)).toEqual([])
})
