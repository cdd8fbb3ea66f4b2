import { createHash } from 'node:crypto'
import type { Engine } from '../../model/index.ts'
import { collect } from '../collect/collect.ts'
import type { CookieSighting } from '../collect/cookies.ts'
import type { PageRecord, RecordedGap } from '../collect/page-record.ts'
import type { Guard } from '../guard/guard.ts'
import type { Limits } from './limits.ts'
import type { Gap, PageLook } from './looking.ts'
import type { Memory } from './memory.ts'
import type { PublishedFile } from './published.ts'

export interface Told {
  readonly record: PageRecord
  readonly limits: Limits
  readonly ok: boolean
  readonly status: number | null
  readonly links: readonly string[]
  /** Null: none. */
  readonly gaps: readonly (RecordedGap | null)[]
  readonly files: readonly (PublishedFile | RecordedGap)[]
}

const isCookie = (sighting: { readonly kind: string }): sighting is CookieSighting => sighting.kind === 'cookie'

const isFile = (told: PublishedFile | RecordedGap): told is PublishedFile => 'kind' in told
const isGap = (told: PublishedFile | RecordedGap): told is RecordedGap => !isFile(told)

/** Each once, however often it came. */
function distinct(gaps: readonly RecordedGap[]): RecordedGap[] {
  const found = new Map<string, RecordedGap>()
  for (const gap of gaps) {
    const key = createHash('sha256')
      .update(JSON.stringify([gap.what, gap.why, gap.detail]))
      .digest('hex')
    if (!found.has(key)) found.set(key, gap)
  }
  return [...found.values()]
}

/** What went into a private network was held back: which hosts. */
export const refusals = (guard: Guard): RecordedGap[] =>
  [...guard.refused()].map(([host, address]) => ({
    what: 'request',
    why: 'private-address',
    detail: host === address ? host : `${host} (${address})`,
    more: null,
  }))

const gapsOf = (engine: Engine, page: string, gaps: readonly RecordedGap[]): Gap[] =>
  distinct(gaps).map(gap => ({ kind: 'gap', engine, page, ...gap }))

/** Makes of a record what is told of a page, and remembers what the next one needs. */
export function pageLook({ record, limits, ok, status, links, gaps, files }: Told, memory: Memory): PageLook {
  const { engine, page } = record
  const collected = collect(record, limits.most)
  memory.learn(record.jar, collected.observations.filter(isCookie), record.documents)
  const published = files.filter(isFile).map(file => ({ ...file, engine, page }) as const)
  return {
    url: record.url,
    ok,
    status,
    observations: [...collected.observations, ...published],
    gaps: gapsOf(engine, page, [...gaps.filter(gap => gap !== null), ...collected.gaps, ...files.filter(isGap)]),
    links,
  }
}

/** Of a page that never came. */
export const noLook = (engine: Engine, page: string, gaps: readonly RecordedGap[]): PageLook => ({
  url: page,
  ok: false,
  status: null,
  observations: [],
  gaps: gapsOf(engine, page, gaps),
  links: [],
})
