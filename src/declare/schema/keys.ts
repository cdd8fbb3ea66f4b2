import * as v from 'valibot'
import { type Flaw, flaw, quote } from '../shape/flaw.ts'
import { nearest } from '../shape/nearest.ts'
import * as shape from '../shape/table.ts'

/** A key that must be there, with what an editor tells of it. */
export const must = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.pipe(schema, v.description(description))

/** A key that may be there. */
export const may = <const S extends v.GenericSchema>(description: string, schema: S) =>
  v.optional(v.pipe(schema, v.description(description)))

/** What the schema for editors keeps in one place under that name. */
export const named = <const S extends v.GenericSchema>(definition: string, schema: S) =>
  v.pipe(schema, v.metadata({ definition }))

const unknownKey = (key: string, keys: readonly string[]): Flaw =>
  flaw('key-unknown', () => ({ key: quote(key), nearest: nearest(key, keys) ?? 'none', possible: keys.join(', ') }))

const keyMissing = (key: string): Flaw => flaw('key-missing', () => ({ key }))

/** A mapping with fixed keys. */
export const table = <const E extends v.ObjectEntries>(entries: E, flaws: Partial<shape.TableFlaws> = {}) =>
  shape.table(entries, { unknown: unknownKey, lacking: keyMissing, ...flaws })

/** For keys that have a flaw of their own for when they are missing. */
export const lackingBy =
  (flaws: Readonly<Record<string, Flaw>>) =>
  (key: string): Flaw =>
    flaws[key] ?? keyMissing(key)
