import { dataElements } from '../data-elements.ts'
import { type Bridge, type Link, linksOf, type Returns, type Target, type TermName, type Unmapped } from './bridge.ts'
import { DATA_BRIDGES } from './data.ts'
import {
  ACCESS_BRIDGES,
  BASIS_BRIDGES,
  CHOICE_BRIDGES,
  DISPUTE_BRIDGES,
  MARKER_BRIDGES,
  REMEDY_BRIDGES,
} from './duties.ts'
import { DPV_RETURNS, FIDES_RETURNS } from './returns.ts'
import { CATEGORY_BRIDGES, PURPOSE_BRIDGES, RECIPIENT_BRIDGES, RETENTION_BRIDGES } from './uses.ts'

/** Every row, by the family of its term. */
export const BRIDGES = {
  purpose: PURPOSE_BRIDGES,
  recipient: RECIPIENT_BRIDGES,
  retention: RETENTION_BRIDGES,
  category: CATEGORY_BRIDGES,
  choice: CHOICE_BRIDGES,
  access: ACCESS_BRIDGES,
  dispute: DISPUTE_BRIDGES,
  remedy: REMEDY_BRIDGES,
  marker: MARKER_BRIDGES,
  basis: BASIS_BRIDGES,
  data: DATA_BRIDGES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Bridge>>>>

export type BridgeFamily = keyof typeof BRIDGES

export interface P3pTerm {
  readonly family: BridgeFamily
  readonly id: string
}

export const RETURNS: Readonly<Record<Target, Returns>> = { dpv: DPV_RETURNS, fides: FIDES_RETURNS }

export const nameOf = ({ family, id }: P3pTerm): TermName => `${family}:${id}`

export function termNamed(name: TermName): P3pTerm {
  const colon = name.indexOf(':')
  return { family: name.slice(0, colon) as BridgeFamily, id: name.slice(colon + 1) }
}

const rowOf = ({ family, id }: P3pTerm): Bridge | undefined => {
  const rows: Readonly<Record<string, Bridge>> = BRIDGES[family]
  return Object.hasOwn(rows, id) ? rows[id] : undefined
}

/** Less than exact: what is part of a thing, or another person's, is covered by its concept but is not all of it. */
const widened = (link: Link): Link => (link.match === 'exact' ? { ...link, match: 'broader' } : link)

interface Found {
  readonly row: Bridge
  /** Whether it is the row of a set that the term is only part of. */
  readonly part: boolean
  /** Whether it is the term's own row. */
  readonly own: boolean
}

/** The row of an element, or else of the nearest set that it is part of. */
function dataRow(id: string): Found | undefined {
  if (!dataElements().has(id)) return undefined
  const start = id.replace(/^thirdparty(?=\.|$)/, 'user')
  for (let path = start; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
    const row = rowOf({ family: 'data', id: path })
    if (row !== undefined) return { row, part: path !== start, own: path === id }
  }
  return undefined
}

function findRow(term: P3pTerm): Found | undefined {
  if (term.family === 'data') return dataRow(term.id)
  const row = rowOf(term)
  return row && { row, part: false, own: true }
}

/** The counterparts of a term, best first, or why it has none; undefined for what is no term. */
export function counterpart(term: P3pTerm, target: Target): readonly Link[] | Unmapped | undefined {
  const found = findRow(term)
  if (found === undefined) return undefined
  const side = found.row[target]
  if (typeof side === 'string') return side
  const links = linksOf(side)
  // What is narrower than a set need not be of this part of it.
  const held = found.part ? links.filter(({ match }) => match !== 'narrower') : links
  return found.own ? held : held.map(widened)
}
