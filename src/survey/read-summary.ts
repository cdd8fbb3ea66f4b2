import * as v from 'valibot'
import type { Summary } from './summary.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const limit = v.pipe(count, v.minValue(1))
const counts = v.record(v.string(), count)

/** What else the output of `--json` holds, the digest, is worked out anew. */
const schema = v.object({
  format: v.literal('candor-survey-1'),
  records: count,
  headers: count,
  policies: count,
  unreadable: count,
  errors: v.pipe(v.array(count), v.length(8)),
  lacking: counts,
  standings: v.record(v.string(), counts),
  values: v.strictObject({ limit, complete: v.boolean(), counts: v.array(v.strictTuple([v.string(), count])) }),
  sites: v.strictObject({ limit, complete: v.boolean(), flags: v.pipe(v.string(), v.base64()) }),
})

/** The summaries that a text holds, one a line or one spread over many; null where it holds anything else. */
export function readSummaries(text: string): readonly Summary[] | null {
  const read = (json: string): Summary | null => {
    try {
      const parsed = v.safeParse(schema, JSON.parse(json))
      return parsed.success ? parsed.output : null
    } catch {
      return null
    }
  }
  const whole = read(text)
  if (whole !== null) return [whole]
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const summaries = lines.map(read).filter(summary => summary !== null)
  return lines.length > 0 && summaries.length === lines.length ? summaries : null
}
