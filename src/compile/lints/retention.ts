import { issue, type Practice } from '../../model/index.ts'
import { RETENTIONS } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

const byTimetable = ({ retention }: Practice): boolean =>
  RETENTIONS.some(row => row.id === retention.rule && row.timetable)

const isTold = ({ retention: { period, timetable } }: Practice): boolean => period !== null || timetable !== null

const pathOf = ({ id }: Practice) => ['practices', id, 'retention']

/** P3P 1.0, 3.3.6: rules that go by a timetable want it in the policy for people. */
export const unpublished: Rule = ({ practices }) =>
  practices
    .filter(practice => byTimetable(practice) && !isTold(practice))
    .map(practice =>
      issue(
        'retention-unpublished',
        { practice: practice.id, rule: practice.retention.rule },
        { path: pathOf(practice) },
      ),
    )

const isEndless = ({ retention }: Practice): boolean => retention.rule === 'indefinitely'

/** Personal data are kept no longer than they are needed (GDPR, Article 5(1)(e)). */
export const endless: Rule = ({ practices }) =>
  practices
    .filter(practice => practice.identifiable && isEndless(practice))
    .map(practice => issue('retention-endless', { practice: practice.id }, { path: pathOf(practice) }))

/** In a compact policy nobody can tell which data the timetable of BUS covers where IND stands beside it. */
export const mixed: Rule = ({ practices }) => {
  const timed = practices.filter(practice => practice.retention.rule === 'business-practices').map(({ id }) => id)
  const without = practices.filter(isEndless)
  const first = without[0]
  return timed.length === 0 || first === undefined
    ? []
    : [
        issue(
          'retention-mixed',
          { timed: listed(timed), endless: listed(without.map(({ id }) => id)) },
          { path: pathOf(first) },
        ),
      ]
}
