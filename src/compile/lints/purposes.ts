import { issue } from '../../model/index.ts'
import type { Rule } from './rule.ts'

/** P3P 1.0, 3.3.4 `other-purpose`: it is explained in words, having no meaning of its own. */
export const explained: Rule = ({ practices }) =>
  practices.flatMap(({ id, purposes }) =>
    purposes
      .filter(use => use.id === 'other-purpose' && use.text === null)
      .map(use =>
        issue('other-purpose-unexplained', { practice: id }, { path: ['practices', id, 'purposes', use.id] }),
      ),
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
