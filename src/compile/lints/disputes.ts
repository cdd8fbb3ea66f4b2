import { issue } from '../../model/index.ts'
import type { Rule } from './rule.ts'

/** P3P 1.0, 3.2.6: a policy should say where to complain. */
export const noDisputes: Rule = ({ disputes }) =>
  disputes.length > 0 ? [] : [issue('disputes-missing', {}, { path: [] })]

/** P3P 1.0, 3.2.7: each way to complain should say what it can bring. */
export const noRemedy: Rule = ({ disputes }) =>
  disputes.flatMap(({ remedies, service }, at) =>
    remedies.length > 0 ? [] : [issue('dispute-without-remedy', { service }, { path: ['disputes', at] })],
  )

/** P3P 1.0, 3.3.4 `historical`: the law or policy is named among the disputes. */
export const historical: Rule = ({ practices, disputes }) =>
  disputes.some(({ type }) => type === 'law' || type === 'court')
    ? []
    : practices
        .filter(({ purposes }) => purposes.some(({ id }) => id === 'historical'))
        .map(({ id }) =>
          issue('historical-without-law', { practice: id }, { path: ['practices', id, 'purposes', 'historical'] }),
        )
