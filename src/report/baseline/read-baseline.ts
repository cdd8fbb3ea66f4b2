import { parseDocument } from 'yaml'
import { type Issue, issue, type Result } from '../../model/index.ts'

/** A finding that is let pass for a time. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly reason: string
  /** The last day it is let pass: `2027-03-31`; null: as long as it stands there. */
  readonly until: string | null
}
export type Baseline = readonly BaselineEntry[]

const LONGEST = 2 ** 20

const malformed = (problem: string): Issue => issue('baseline-malformed', { problem })

type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))

function readEntry(value: unknown): BaselineEntry | Issue {
  const { fingerprint, reason, until = null } = isTable(value) ? value : {}
  if (!isText(fingerprint) || !/^[0-9a-f]{8,64}$/.test(fingerprint)) return malformed('fingerprint')
  if (!isText(reason)) return malformed('reason')
  return until === null || isDay(until) ? { fingerprint, reason, until } : malformed('until')
}

/** The value of a YAML or JSON text; undefined where it is neither. */
function valueOf(text: string): unknown {
  const doc = parseDocument(text, { stringKeys: true })
  if (doc.errors.length > 0) return undefined
  try {
    // No aliases: a small file must not unfold into a large one.
    return doc.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** Reads the findings that are let pass: each by its fingerprint, with a reason, and until a day if one is given. */
export function readBaseline(text: string): Result<Baseline> {
  const refuse = (found: Issue): Result<Baseline> => ({ ok: false, issues: [found] })
  if (text.length > LONGEST) return refuse(malformed('large'))
  const value = valueOf(text)
  if (value === undefined) return refuse(malformed('syntax'))
  const list = isTable(value) ? (value['findings'] ?? []) : value
  if (!Array.isArray(list)) return refuse(malformed('list'))
  const entries: BaselineEntry[] = []
  for (const item of list) {
    const entry = readEntry(item)
    if ('code' in entry) return refuse(entry)
    entries.push(entry)
  }
  const once = new Set(entries.map(({ fingerprint }) => fingerprint))
  return once.size === entries.length ? { ok: true, value: entries, issues: [] } : refuse(malformed('twice'))
}
