import * as v from 'valibot'
import type { Flaw } from './flaw.ts'
import { flaw } from './flaw.ts'
import { type Kind, kindOf } from './kind.ts'

/*
 * How our shapes speak valibot's protocol: what a schema reads is a dataset, and an issue of ours carries its flaw along
 * with the path that valibot's own schemas put together.
 */

type RawIssue = v.BaseIssue<unknown>

/** What a schema makes of a value: valibot's dataset, of whatever types the place wants. */
type Read<T, I extends RawIssue> = v.OutputDataset<T, I>

interface FlawIssue extends RawIssue {
  readonly flaw: Flaw
}

/** One step on the way to a place; `key` where the key itself is meant, not what stands under it. */
export const step = (input: object, key: string | number, origin: 'key' | 'value' = 'value'): v.IssuePathItem => ({
  type: 'unknown',
  origin,
  input,
  key,
  value: undefined,
})

export const told = (input: unknown, found: Flaw, ...path: readonly v.IssuePathItem[]): FlawIssue => {
  const issue = { kind: 'schema', type: 'flaw', input, expected: null, received: '', message: '', flaw: found } as const
  return path.length === 0 ? issue : { ...issue, path: path as [v.IssuePathItem, ...v.IssuePathItem[]] }
}

export const below = (found: RawIssue, place: v.IssuePathItem): RawIssue => ({
  ...found,
  path: [place, ...(found.path ?? [])],
})

const SCHEMA_KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  picklist: 'text',
  boolean: 'truth',
  array: 'list',
  strict_object: 'table',
  record: 'table',
}

/** The kinds of values that a schema reads. */
export const kindsOf = (schema: v.GenericSchema): readonly Kind[] =>
  schema.type === 'union' && 'options' in schema
    ? (schema.options as readonly v.GenericSchema[]).flatMap(kindsOf)
    : [SCHEMA_KINDS[schema.type] ?? 'nothing']

export const wrongKind = (input: unknown, kinds: readonly Kind[]): Flaw =>
  flaw('kind-wrong', () => ({ expected: kinds.join('_'), found: kindOf(input) }))

/** The flaw an issue tells of; valibot's own schemas only ever say that the kind is wrong. */
export const flawOf = (issue: RawIssue): Flaw =>
  'flaw' in issue ? (issue as FlawIssue).flaw : wrongKind(issue.input, [SCHEMA_KINDS[issue.type] ?? 'nothing'])

/** A dataset put together from its parts. */
export const dataset = <T, I extends RawIssue>(
  typed: boolean,
  value: unknown,
  issues: readonly RawIssue[],
): Read<T, I> => (issues.length === 0 ? { typed, value } : { typed, value, issues }) as Read<T, I>

export const refuse = <T, I extends RawIssue>(input: unknown, found: Flaw): Read<T, I> =>
  dataset(false, input, [told(input, found)])

export const accept = <T, I extends RawIssue>(value: unknown): Read<T, I> => dataset(true, value, [])

/** The value is sound, though it was not written in the right way. */
export const acceptFor = <T, I extends RawIssue>(value: unknown, written: string): Read<T, I> =>
  dataset(true, value, [
    told(
      written,
      flaw('term-respelled', () => ({ written, meant: String(value) })),
    ),
  ])
