import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { arbitraryDeclaration } from '../../../test/support/arbitrary-declaration.ts'
import { FULL } from '../../../test/support/full-declaration.ts'
import { withTexts } from '../../../test/support/hostile-policy.ts'
import { policyOf } from '../../../test/support/policy-of.ts'
import { compactHeaderOf } from '../../compile/index.ts'
import { ie6 } from '../../judge/index.ts'
import { LANGUAGES, type Language } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'
import { writeHtml } from '../html/write-html.ts'
import type { Notice } from '../notice/nodes.ts'
import { notice } from '../notice/notice.ts'
import { writeMarkdown } from './write-markdown.ts'

const FULL_POLICY = policyOf(FULL)

const noticeOf = (policy: Policy, language: Language): Notice =>
  notice(policy, { language, verdicts: ie6.report(compactHeaderOf(policy)) })

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of a document in their order, without tags; spaces do not count. */
const words = (html: string): string =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => REFERENCES[name] ?? '')
    .replace(/\s+/g, '')

/** The strings at the leaves of a notice that a reader sees, in order. */
function leaves(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['kind', 'role', 'tone', 'id', 'href', 'hreflang', 'language', 'date'].includes(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(item => leaves(item))
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'label') return []
  return Object.entries(value).flatMap(([name, member]) => leaves(member, name))
}

const seen = ({ title, since, lead, sections }: Notice): string[] => leaves([title, since, lead, sections])

/** Whether the pieces stand in the text one after the other; else the first that does not. */
function firstMissing(text: string, pieces: readonly string[]): string | null {
  let from = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece.replace(/\s+/g, ''), from)
    if (found < 0) return piece
    from = found + piece.replace(/\s+/g, '').length
  }
  return null
}

const rendered = (policy: Policy, language: Language): string =>
  words(marked.parse(writeMarkdown(noticeOf(policy, language)), { async: false, gfm: true }))

describe.each(LANGUAGES)('in %s', language => {
  test('HTML and Markdown say all that the notice says, in its order', () => {
    fc.assert(
      fc.property(arbitraryDeclaration, declaration => {
        const policy = policyOf(declaration)
        const made = noticeOf(policy, language)
        expect(firstMissing(words(writeHtml(made)), seen(made))).toBeNull()
        expect(firstMissing(rendered(policy, language), seen(made))).toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  test('no declared text turns into markup', () => {
    const pieces = [
      '*',
      '_',
      '`',
      '``',
      '[x](http://e.example)',
      '![',
      '](',
      '<b>',
      '&amp;',
      '|',
      '\\',
      '\\|',
      '#',
      '~~',
      '$',
      '1. ',
      '- ',
      '+',
      '\n',
      '> ',
      '===',
      '---',
      'ш',
    ]
    const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map(all => `${all.join('')}z`)
    fc.assert(
      fc.property(hostile, text => {
        const policy = withTexts(FULL_POLICY, text)
        expect(firstMissing(rendered(policy, language), seen(noticeOf(policy, language)))).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
