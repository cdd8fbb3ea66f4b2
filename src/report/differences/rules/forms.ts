import { groupAlike } from '../../../model/index.ts'
import { orderCategories } from '../../../vocabulary/index.ts'
import { type DifferenceRule, difference } from '../difference.ts'
import { ofKind } from '../seen-things.ts'
import { subject } from '../subject.ts'

/** What a form field asks for must be of a kind that some practice declares. What nobody sees asks nobody. */
export const dataUndeclared: DifferenceRule = ({ policy, observations }) => {
  const declared = new Set(policy.practices.flatMap(({ categories }) => categories))
  const fields = ofKind(observations, 'form-field').filter(
    ({ visible, categories }) => visible && categories.some(category => !declared.has(category)),
  )
  const nameOf = ({ name, label, type }: (typeof fields)[number]) => name || label || type
  const asked = groupAlike(fields, nameOf).filter(group => group.some(({ state }) => state !== 'robot'))
  return asked.map(evidence => {
    const missing = orderCategories(evidence.flatMap(({ categories }) => categories.filter(id => !declared.has(id))))
    const name = nameOf(evidence[0])
    return difference({
      code: 'data-undeclared',
      data: { field: name, categories: missing.join(', ') },
      subject: subject.field(name),
      host: null,
      paths: [['practices']],
      evidence,
    })
  })
}
