import { type Node, visit, type YAMLError } from 'yaml'
import { type Issue, issue } from '../../model/index.ts'
import type { Lines } from './lines.ts'

/** What the parser calls a mistake, and what a person did; the first row that fits. */
const PROBLEMS: readonly { readonly code?: YAMLError['code']; readonly says?: RegExp; readonly problem: string }[] = [
  { code: 'TAB_AS_INDENT', problem: 'tab' },
  { says: /^Missing closing .*quote/, problem: 'quote' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', says: /compact mappings/, problem: 'colonInText' },
  { code: 'MULTILINE_IMPLICIT_KEY', problem: 'colonMissing' },
  { says: /^Implicit map keys need to be followed/, problem: 'colonMissing' },
  { says: /^Missing space after :/, problem: 'colonSpace' },
  { says: /^Missing ,/, problem: 'comma' },
  { says: /^Unexpected ,|^Unexpected empty item/, problem: 'commaExtra' },
  { says: /must end with a [\]}]|[\]}] in|flow-(?:map|seq)-end|^Flow (?:map|seq)/i, problem: 'bracket' },
  { says: /^Comments must be separated/, problem: 'comment' },
  { code: 'BAD_SCALAR_START', problem: 'firstCharacter' },
  { code: 'BAD_DQ_ESCAPE', problem: 'escape' },
  { code: 'BAD_DIRECTIVE', problem: 'directive' },
  { says: /directives-end/, problem: 'directive' },
  { says: /^Sequence item without - |same column/, problem: 'indent' },
  { code: 'BAD_INDENT', problem: 'indent' },
]

/** What Candor refuses in its own words, whether or not it was written well. */
const REFUSED: readonly YAMLError['code'][] = [
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'MULTIPLE_TAGS',
  'MULTIPLE_ANCHORS',
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'MULTIPLE_DOCS',
]

const problemOf = ({ code, message }: YAMLError): string =>
  PROBLEMS.find(row => (row.code ?? code) === code && (row.says?.test(message) ?? true))?.problem ?? 'other'

/** One slip of the pen makes a parser stumble many times: of each line the first is told, and not too many. */
const MOST = 10

/** A quotation mark that is never closed is missed at the end of the text; the mistake is where it was opened. */
function openedAt(contents: Node | null, end: number): number {
  let start = end
  visit(contents, {
    Scalar(_, { range, type }) {
      if (range?.[1] !== end || !type?.startsWith('QUOTE')) return undefined
      start = range[0]
      return visit.BREAK
    },
  })
  return start
}

function spanOf(error: YAMLError, problem: string, contents: Node | null): readonly [number, number] {
  const [start, end] = error.pos
  if (problem !== 'quote') return [start, end]
  const opened = openedAt(contents, start)
  return [opened, opened + 1]
}

export function syntaxIssues(errors: readonly YAMLError[], contents: Node | null, lines: Lines): readonly Issue[] {
  const lineOf = (error: YAMLError) => lines.span(...error.pos).line
  return errors
    .filter(({ code }) => !REFUSED.includes(code))
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((error, index, sorted) => index === 0 || lineOf(error) !== lineOf(sorted[index - 1] as YAMLError))
    .slice(0, MOST)
    .map(error => {
      const problem = problemOf(error)
      return issue('syntax-wrong', { problem }, { at: lines.span(...spanOf(error, problem, contents)) })
    })
}
