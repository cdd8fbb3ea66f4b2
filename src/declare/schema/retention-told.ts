import { RETENTIONS } from '../../vocabulary/index.ts'
import type { Found } from '../shape/check.ts'
import { flaw } from '../shape/flaw.ts'

const TIMED: readonly string[] = RETENTIONS.filter(rule => rule.timetable).map(rule => rule.id)

/** P3P 1.0, 3.3.6: whoever keeps data by a timetable tells it. Looks at practices that may be unsound. */
export const retentionTold = (practices: unknown): readonly Found[] =>
  Object.entries(Object(practices)).flatMap(([id, practice]): readonly Found[] => {
    const retention: unknown = Object(practice).retention
    const said: { readonly rule?: unknown } = typeof retention === 'string' ? { rule: retention } : Object(retention)
    const isTold = Object.hasOwn(said, 'period') || Object.hasOwn(said, 'timetable')
    if (isTold || !TIMED.some(timed => timed === said.rule)) return []
    return [
      {
        flaw: flaw('retention-unpublished', () => ({ practice: id, rule: String(said.rule) })),
        path: [id, 'retention'],
      },
    ]
  })
