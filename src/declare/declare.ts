import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import { CODES, type Issue, issue, type Result, type Span } from '../model/index.ts'
import type { Declaration } from './declaration.ts'
import { readFlaw } from './flaw.ts'
import { type DeclarationInput, declarationSchema } from './schema.ts'
import { wrongKind } from './shapes.ts'
import { surroundingsOf } from './surroundings.ts'
import { unfold } from './unfold.ts'

export interface Declared {
  readonly declaration: Declaration
  /** Where in the text a place of the declaration stands, or the nearest place around it. */
  readonly locate: (path: readonly (string | number)[]) => Span | undefined
}

/** Reads what a program made, or what `candor.json` holds. */
export function declareObject(value: unknown, locate: Declared['locate'] = () => undefined): Result<Declared> {
  const read = v.safeParse(declarationSchema(surroundingsOf(value)), value, { message: wrongKind })
  const issues = (read.issues ?? []).map((found): Issue => {
    const { code, data } = readFlaw(found.message)
    const path = (found.path ?? []).map(item => item.key as string | number)
    const at = locate(path)
    return issue(code, data, at === undefined ? { path } : { path, at })
  })
  if (!read.typed || issues.some(found => CODES[found.code].severity === 'error')) return { ok: false, issues }
  return { ok: true, value: { declaration: unfold(read.output), locate }, issues }
}

/** Reads a `candor.yaml`. */
export function declare(text: string): Result<Declared> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  return declareObject(document.toJS(), path => {
    const node = document.getIn(path, true)
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    if (range === undefined) return undefined
    const { line, col } = lines.linePos(range[0])
    return { line, column: col }
  })
}

/** For TypeScript: the declaration as it is, checked as it is typed. */
export const defineDeclaration = (declaration: DeclarationInput): DeclarationInput => declaration
