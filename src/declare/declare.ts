import * as v from 'valibot'
import type { Issue, IssueCode, Result, Span } from '../model/index.ts'
import type { Declaration } from './declaration.ts'
import { findIssues } from './find-issues.ts'
import { takeGaps } from './gaps.ts'
import type { Path } from './path.ts'
import { type DeclarationInput, declarationSchema } from './schema/declaration-schema.ts'
import { surroundingsOf } from './schema/surroundings.ts'
import { unfold } from './unfold.ts'
import { readYaml, type Written } from './yaml/read-yaml.ts'
import { decodeText } from './yaml/scan-text.ts'

export interface Declared {
  readonly declaration: Declaration
  /** Where in the text a place of the declaration stands, or the nearest place around it. */
  readonly locate: (path: Path) => Span | undefined
}

/** What the lints say of every sound declaration is said here of the others only, so that nothing is told late. */
const LINTED: ReadonlySet<IssueCode> = new Set<IssueCode>(['retention-unpublished'])

const isLint = ({ code }: Issue): boolean => LINTED.has(code)

function declareWritten(written: Written): Result<Declared> {
  const gaps = takeGaps(written.value)
  const read = v.safeParse(declarationSchema(surroundingsOf(gaps.value)), gaps.value)
  const issues = findIssues(read.issues ?? [], gaps, written)
  const sound = issues.every(found => found.severity !== 'error' || isLint(found))
  if (!read.typed || !sound) return { ok: false, issues }
  const value = { declaration: unfold(read.output), locate: (path: Path) => written.locate(path) }
  return { ok: true, value, issues: issues.filter(found => !isLint(found)) }
}

/** Reads the text of a `candor.yaml` or `candor.json` (JSON is YAML too), or its bytes. */
export function declare(source: string | Uint8Array): Result<Declared> {
  const text = typeof source === 'string' ? source : decodeText(source)
  if (typeof text !== 'string') return { ok: false, issues: [text] }
  const written = readYaml(text)
  return written.ok ? declareWritten(written.value) : written
}

/** Reads a declaration that a program made. */
export const declareObject = (value: unknown): Result<Declared> =>
  declareWritten({ value, issues: [], locate: () => undefined, brokenFrom: Number.POSITIVE_INFINITY })

/** For TypeScript: a declaration, checked while it is typed. */
export const defineDeclaration = (declaration: DeclarationInput): DeclarationInput => declaration
