import { Document, isMap } from 'yaml'
import { type Language, sayIssue } from '../../messages/index.ts'
import type { Finding } from '../../model/index.ts'

export interface BaselineWish {
  /** Why they are let pass. */
  readonly reason: string
  /** The last day; null: without end. */
  readonly until: string | null
  readonly language: Language
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A baseline that lets these findings pass, each with what it is in a remark above it. */
export function writeBaseline(findings: readonly Finding[], { reason, until, language }: BaselineWish): string {
  const entries = findings.map(({ fingerprint }) => ({ fingerprint, reason, ...(until === null ? {} : { until }) }))
  const doc = new Document({ findings: entries })
  const list = doc.get('findings') as { items: unknown[] }
  list.items.forEach((item, at) => {
    const finding = findings[at]
    if (isMap(item) && finding !== undefined)
      item.commentBefore = ` ${finding.issue.code}: ${oneLine(sayIssue(finding.issue, language))}`
  })
  return doc.toString({ lineWidth: 0 })
}
