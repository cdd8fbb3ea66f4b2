import type { RecordedDocument, RecordedFrame, RecordedGap } from '../collect/page-record.ts'
import { RefusedOrder } from '../drivers/driver.ts'
import type { Shown } from './browser-page.ts'
import { MOST_FRAMES } from './limits.ts'
import type { Snapshot } from './snapshot-script.ts'

export const NOTHING_SHOWN: Shown = { documents: [], links: [], gaps: [], hung: false, moved: false }

/** A document that was asked what stands in it. */
export interface Asked {
  readonly frame: RecordedFrame
  /** The page itself. */
  readonly isTop: boolean
  readonly told: Snapshot | Error
}

const PARTS = { storage: 'storage', fields: 'form-field', links: 'page' } as const

/** What a document did not tell, or not wholly. */
function gapsIn({ url, more, closed }: Snapshot): RecordedGap[] {
  const many = (['storage', 'fields', 'links'] as const)
    .filter(part => more[part] > 0)
    .map(part => ({ what: PARTS[part], why: 'too-many', detail: `${part} in ${url}`, more: more[part] }) as const)
  const shut = closed.map(
    area => ({ what: 'storage', why: 'failed', detail: `${area} in ${url}`, more: null }) as const,
  )
  return [...many, ...shut]
}

/** Those that are asked, and how many are not. */
export const askable = <T>(all: readonly T[]) => ({
  some: all.slice(0, MOST_FRAMES),
  beyond: Math.max(0, all.length - MOST_FRAMES),
})

/** What stands in a page, by the documents that were asked; `beyond` of them were not. */
export function shownOf(asked: readonly Asked[], beyond: number): Shown {
  const documents: RecordedDocument[] = []
  const gaps: RecordedGap[] = []
  let top: Asked['told'] | undefined
  for (const { frame, isTop, told } of asked) {
    if (isTop) top = told
    if (told instanceof Error) {
      const detail = `${frame.url}: ${told.message.slice(0, 200)}`
      gaps.push({ what: isTop ? 'page' : 'frame', why: 'failed', detail, more: null })
      continue
    }
    gaps.push(...gapsIn(told))
    documents.push({ frame, storage: told.storage, fields: told.fields })
  }
  if (beyond > 0) gaps.push({ what: 'frame', why: 'too-many', detail: null, more: beyond })
  const moved = top instanceof RefusedOrder
  const links = top === undefined || top instanceof Error ? [] : top.links
  return { documents, links, gaps, hung: top instanceof Error && !moved, moved }
}
