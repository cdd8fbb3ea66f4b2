import * as v from 'valibot'
import { flaw } from './flaw.ts'
import { nearest } from './nearest.ts'

/** What a value is, in a person's words. */
export type Kind = 'text' | 'number' | 'truth' | 'list' | 'table' | 'nothing'

export function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number' || typeof value === 'bigint') return 'number'
  if (typeof value === 'boolean') return 'truth'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'table' : 'nothing'
}

const SCHEMA_KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  picklist: 'text',
  boolean: 'truth',
  number: 'number',
  array: 'list',
  strict_object: 'table',
  record: 'table',
}

const kindsOf = (schema: v.GenericSchema): readonly Kind[] =>
  'options' in schema && schema.type === 'union'
    ? (schema.options as readonly v.GenericSchema[]).flatMap(kindsOf)
    : [SCHEMA_KINDS[schema.type] ?? 'nothing']

const isOptional = (schema: v.GenericSchema) => schema.type === 'optional' || schema.type === 'exact_optional'

type RawIssue = v.BaseIssue<unknown>
type Dataset<S extends v.GenericSchema> = v.OutputDataset<v.InferOutput<S>, v.InferIssue<S>>

const complain = (input: unknown, message: string, path?: RawIssue['path']): RawIssue => ({
  kind: 'schema',
  type: 'shape',
  input,
  expected: null,
  received: kindOf(input),
  message,
  ...(path === undefined ? {} : { path }),
})

const item = (input: object, key: string, value: unknown): v.IssuePathItem => ({
  type: 'unknown',
  origin: 'value',
  input,
  key,
  value,
})

const below = (found: RawIssue, place: v.IssuePathItem): RawIssue => ({
  ...found,
  path: [place, ...(found.path ?? [])],
})

/** For `message` of the configuration: any value that is of the wrong kind altogether. */
export const wrongKind = (found: RawIssue): string =>
  flaw('kind-wrong', { expected: SCHEMA_KINDS[found.type] ?? 'nothing', found: kindOf(found.input) })

export interface TableWords {
  /** What is said of a key that the table does not have. */
  readonly unknown?: (key: string, keys: readonly string[]) => string
  /** What is said of a key that must be there and is not. */
  readonly lacking?: (key: string) => string
}

const unknownKey = (key: string, keys: readonly string[]) =>
  flaw('key-unknown', { key, nearest: nearest(key, keys) ?? 'none' })
const keyMissing = (key: string) => flaw('key-missing', { key })

/**
 * A mapping with fixed keys. valibot's own takes a list for a mapping and tells of the first unknown key only;
 * a person wants to hear of all.
 */
export function table<const E extends v.ObjectEntries>(
  entries: E,
  { unknown = unknownKey, lacking = keyMissing }: TableWords = {},
): v.StrictObjectSchema<E, undefined> {
  const keys = Object.keys(entries)
  return {
    ...v.strictObject(entries),
    '~run'({ value: input }, config) {
      if (kindOf(input) !== 'table') {
        const message = flaw('kind-wrong', { expected: 'table', found: kindOf(input) })
        return { typed: false, value: input, issues: [complain(input, message)] } as Dataset<typeof this>
      }
      const given = new Map(Object.entries(input as object))
      const value: Record<string, unknown> = {}
      const issues: RawIssue[] = []
      let typed = true
      for (const key of keys) {
        const schema = entries[key] as v.GenericSchema
        if (given.has(key)) {
          const read = schema['~run']({ value: given.get(key) }, config)
          for (const found of read.issues ?? []) issues.push(below(found, item(input as object, key, given.get(key))))
          typed &&= read.typed
          value[key] = read.value
        } else if (!isOptional(schema)) {
          issues.push(complain(undefined, lacking(key), [item(input as object, key, undefined)]))
          typed = false
        }
      }
      for (const [key, held] of given) {
        if (Object.hasOwn(entries, key)) continue
        issues.push(complain(held, unknown(key, keys), [item(input as object, key, held)]))
        typed = false
      }
      return { typed, value, ...(issues.length === 0 ? {} : { issues }) } as Dataset<typeof this>
    },
  }
}

/**
 * One of several shapes of different kinds. valibot's own union tries all; here the kind of what was written tells
 * which one was meant, so that its flaws are told and no others'.
 */
export function either<const O extends readonly v.GenericSchema[]>(...options: O): v.UnionSchema<O, undefined> {
  const kinds = options.map(kindsOf)
  return {
    ...v.union(options),
    '~run'({ value: input }, config) {
      const meant = options[kinds.findIndex(some => some.includes(kindOf(input)))]
      if (meant !== undefined) return meant['~run']({ value: input }, config) as Dataset<typeof this>
      const message = flaw('kind-wrong', { expected: kinds.flat().join('-'), found: kindOf(input) })
      return { typed: false, value: input, issues: [complain(input, message)] } as Dataset<typeof this>
    },
  }
}
