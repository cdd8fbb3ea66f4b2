import { Composer, type CST, type Document, Parser } from 'yaml'
import { type Issue, issue, type Result, type Span } from '../../model/index.ts'
import { DEEPEST, LARGEST } from '../limits.ts'
import type { Path } from '../path.ts'
import { tooDeepAt } from './depth.ts'
import { type Lines, linesOf } from './lines.ts'
import { locatorOf, type Part } from './place.ts'
import { scanText, tooLarge } from './scan-text.ts'
import { syntaxIssues } from './syntax.ts'
import { treeOf } from './tree.ts'

/** A text as plain values, which lead back to where they stand in it. */
export interface Written {
  readonly value: unknown
  readonly issues: readonly Issue[]
  readonly locate: (path: Path, part?: Part) => Span | undefined
  /** From this line on the text could not be read as it was meant. */
  readonly brokenFrom: number
}

/**
 * YAML 1.2, and JSON as part of it. What words without quotes mean is our business (`treeOf`), and so is whether keys
 * are there twice: the library would take quadratic time.
 */
const OPTIONS = { version: '1.2', schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false } as const

/** After so many tokens that are none, the rest of the text is not worth its time. */
const MOST_STRAYS = 100

function readTokens(text: string): readonly CST.Token[] {
  const tokens: CST.Token[] = []
  let strays = 0
  for (const token of new Parser().parse(text)) {
    tokens.push(token)
    if (token.type === 'error') strays += 1
    if (strays > MOST_STRAYS) break
  }
  return tokens
}

export function readYaml(source: string): Result<Written> {
  if (source.length > LARGEST) return { ok: false, issues: [tooLarge()] }
  const text = source.replace(/^\uFEFF/, '')
  const lines = linesOf(text)
  const unprintable = scanText(text, lines)
  const refuse = (found: Issue) => ({ ok: false, issues: [...unprintable, found] }) as const

  const tokens = readTokens(text)
  const deep = tooDeepAt(tokens)
  if (deep !== undefined)
    return refuse(issue('nesting-too-deep', { depth: DEEPEST }, { at: lines.span(deep, deep + 1) }))

  const [first, second] = [...new Composer(OPTIONS).compose(tokens, true, text.length)] as Document.Parsed[]
  const syntax = syntaxIssues(first?.errors ?? [], first?.contents ?? null, lines)
  if (!first?.contents && syntax.length === 0) return refuse(issue('declaration-empty', {}, { at: lines.span(0, 0) }))

  const contents = first?.contents ?? null
  const tree = treeOf(contents, lines)
  const value = {
    value: tree.value,
    issues: [...unprintable, ...syntax, ...severalDocuments(second, lines), ...tree.issues],
    locate: locatorOf(contents, lines),
    brokenFrom: Math.min(...syntax.map(({ at }) => at?.line ?? 1)),
  }
  return { ok: true, value, issues: value.issues }
}

function severalDocuments(second: Document.Parsed | undefined, lines: Lines): readonly Issue[] {
  if (second === undefined) return []
  const [start] = second.range
  return [issue('documents-several', {}, { at: lines.span(start, start + 3) })]
}
