import { issue } from '../../model/index.ts'
import type { CategoryId } from '../../vocabulary/index.ts'
import { listed, type Rule } from './rule.ts'

/** The categories of P3P 1.0, 3.4, that are special ones of GDPR, Article 9(1). */
const SENSITIVE: readonly CategoryId[] = ['political', 'health']

export const sensitive: Rule = ({ practices }) =>
  practices.flatMap(({ id, categories, basis }) => {
    const found = categories.filter(category => SENSITIVE.includes(category))
    const data = { practice: id, categories: listed(found) }
    return found.length === 0 || basis === 'consent'
      ? []
      : [issue('sensitive-without-consent', data, { path: ['practices', id, 'basis'] })]
  })
