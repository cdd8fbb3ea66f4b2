import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { withTexts } from '../../../test/support/hostile-policy.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { LANGUAGES, type Language } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'
import { notice } from '../notice/notice.ts'
import { labelSvg } from '../svg/label-svg.ts'
import { NOTICE_CSP } from './content-security-policy.ts'
import { writeHtml } from './write-html.ts'

interface Read {
  /** The tags with the names of their attributes, in order. */
  readonly skeleton: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly text: string
}

/** Reads a document as strict XML: throws at the first thing that is not well-formed. */
function read(document: string): Read {
  const skeleton: string[] = []
  const attributes: [string, string][] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    skeleton.push([tag.name, ...Object.keys(tag.attributes)].join(' '))
    attributes.push(...(Object.entries(tag.attributes) as [string, string][]))
  })
  parser.on('text', piece => {
    text += piece
  })
  parser.write(document.replace('<!DOCTYPE html>\n', '')).close()
  return { skeleton, attributes, text }
}

const html = (policy: Policy, language: Language = 'en') => writeHtml(notice(policy, { language }))
const FULL_POLICY = policyOf(FULL)

const PIECES = [
  '<script>alert(1)</script>',
  '</style>',
  '</main>',
  '"',
  "'",
  '&amp;',
  '<!--',
  ']]>',
  '\u202e',
  '\0',
  '\ud800',
  '<',
  '>',
  '&',
  ' x ',
  'ш',
  '😀',
]
const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map(pieces => `a${pieces.join('')}z`)

describe.each(LANGUAGES)('in %s', language => {
  test('every policy gives a well-formed document', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, declaration => {
        read(html(policyOf(declaration), language))
      }),
      { numRuns: 30 },
    )
  })

  test('no text breaks out of its place, whatever it holds', () => {
    const { skeleton } = read(html(withTexts(FULL_POLICY, 'plain'), language))
    const label = read(labelSvg(withTexts(FULL_POLICY, 'plain'), language))
    fc.assert(
      fc.property(hostile, text => {
        const policy = withTexts(FULL_POLICY, text)
        expect(read(html(policy, language)).skeleton).toEqual(skeleton)
        expect(new Set(read(labelSvg(policy, language)).skeleton)).toEqual(new Set(label.skeleton))
      }),
      { numRuns: 60 },
    )
  })
})

test('declared words are read as they were written', () => {
  expect(read(html(withTexts(FULL_POLICY, 'Tom & "Jerry" <3'))).text).toContain('Tom & "Jerry" <3')
})

test('nothing runs, nothing is fetched, and links lead to the web, mail or a telephone, or into the site', () => {
  const [dispute] = FULL_POLICY.disputes
  if (dispute === undefined) throw new Error('the fixture has a dispute')
  const disputes = [{ ...dispute, service: 'javascript:alert(1)' }]
  const { skeleton, attributes } = read(html({ ...FULL_POLICY, disputes }))
  const tags = new Set(skeleton.map(tag => tag.split(' ')[0]))
  for (const tag of ['script', 'img', 'iframe', 'object', 'form', 'input']) expect(tags).not.toContain(tag)
  expect(attributes.filter(([name]) => name.startsWith('on') || name === 'src' || name === 'style')).toEqual([])
  const links = attributes.filter(([name]) => name === 'href').map(([, value]) => value)
  expect(links.filter(href => !/^(?:https?:\/\/|mailto:|tel:|\.\.\/|#|data:image\/svg\+xml,)/.test(href))).toEqual([])
})

test('the content security policy allows the style by its hash, and no other', () => {
  const style = /<style>([\s\S]*)<\/style>/
  for (const document of [html(FULL_POLICY), labelSvg(FULL_POLICY, 'bg')]) {
    const [, content = ''] = style.exec(document) ?? []
    expect(content.length).toBeGreaterThan(100)
    expect(NOTICE_CSP).toContain(`'sha256-${createHash('sha256').update(content).digest('base64')}'`)
  }
  expect(NOTICE_CSP).toContain("default-src 'none'")
})

test('data used only in ways without a column are not left without a word in the short label', () => {
  const [practice] = FULL_POLICY.practices
  if (practice === undefined) throw new Error('the fixture has a practice')
  const purposes = [{ id: 'historical', choice: 'always', text: null }] as const
  const document = html({ ...FULL_POLICY, practices: [{ ...practice, purposes }] })
  expect(document).toContain('only in ways that have no column')
  expect(document).not.toContain('<ul></ul>')
})

test('text in another language than the notice says so', () => {
  const { site } = FULL_POLICY
  const document = html({ ...FULL_POLICY, site: { ...site, controller: { ...site.controller, name: { bg: 'Дол' } } } })
  expect(document).toContain('<span lang="bg">Дол</span>')
  expect(html(FULL_POLICY)).toContain('<html lang="en" dir="ltr">')
})

test('each notice links to itself in every language, and says which it is', () => {
  const document = html(FULL_POLICY, 'bg')
  expect(document).toContain(
    '<a href="../../notice/bg/index.html" lang="bg" hreflang="bg" aria-current="page">Български</a>',
  )
  expect(document).toContain('<link rel="alternate" hreflang="en" href="../../notice/en/index.html"/>')
})
