import {
  type AppelPattern,
  type AppelRule,
  type AppelRuleset,
  type Issue,
  type IssueCode,
  type IssueData,
  issue,
} from '../../model/index.ts'

/** Elements that list terms; of `single` ones a policy has one at a time. */
const LISTS: Readonly<Record<string, { readonly single: boolean }>> = {
  PURPOSE: { single: false },
  RECIPIENT: { single: false },
  CATEGORIES: { single: false },
  REMEDIES: { single: false },
  RETENTION: { single: true },
  ACCESS: { single: true },
}

const isExact = ({ connective }: { connective: AppelPattern['connective'] }): boolean => connective.endsWith('-exact')
const isNegative = ({ connective }: AppelPattern): boolean => connective.startsWith('non-')

function about<C extends IssueCode>(code: C, data: IssueData<C>, { at }: Pick<AppelRule, 'at'>): Issue {
  return issue(code, data, at === undefined ? {} : { at })
}

/** What the connective of one element says and hardly means. */
function lintConnective(pattern: AppelPattern): readonly Issue[] {
  const { name: element, connective, children } = pattern
  const list = Object.hasOwn(LISTS, element) ? LISTS[element] : undefined
  const terms = [...new Set(children.map(({ name }) => name))].join(', ')
  if (isExact(pattern)) return [about('appel-exact', { element }, pattern)]
  if (list === undefined || children.length < 2) return []
  if (connective === 'non-and') return [about('appel-non-and', { element, terms }, pattern)]
  const single = list.single ? 'yes' : 'no'
  return connective === 'and' ? [about('appel-and-terms', { element, terms, single }, pattern)] : []
}

const lintPattern = (pattern: AppelPattern): readonly Issue[] => [
  ...lintConnective(pattern),
  ...pattern.children.flatMap(lintPattern),
]

/** Whether one fitting STATEMENT is enough, whatever the other ones say. */
const looksAtOneStatement = (pattern: AppelPattern): boolean =>
  pattern.name === 'POLICY' &&
  !isExact(pattern) &&
  !isNegative(pattern) &&
  pattern.children.some(({ name }) => name === 'STATEMENT')

const isAlwaysTrue = ({ otherwise, patterns }: AppelRule): boolean => otherwise || patterns.length === 0

/** What a rule is true of, without where it stands. */
const keyOf = ({ connective, patterns }: AppelRule): string =>
  JSON.stringify([connective, patterns], (key, value: unknown) => (key === 'at' ? undefined : value))

/** A rule comes too late after one that is true of anything, or of the same. */
function lintReach(rules: readonly AppelRule[]): readonly Issue[] {
  const catchAll = rules.findIndex(isAlwaysTrue)
  const first = new Map<string, number>()
  return rules.flatMap((rule, at) => {
    const earlier = catchAll >= 0 && catchAll < at ? catchAll : first.get(keyOf(rule))
    if (!first.has(keyOf(rule))) first.set(keyOf(rule), at)
    if (earlier === undefined) return []
    return [about('appel-rule-unreachable', { rule: at + 1, earlier: earlier + 1 }, rule)]
  })
}

/** The known traps of APPEL: rulesets that are sound, and say something else than their author seems to mean. */
export function lintAppel({ rules }: AppelRuleset): readonly Issue[] {
  const last = rules.at(-1)
  return [
    ...rules.flatMap((rule, at) => [
      ...(rule.behavior === 'request' && !rule.prompt && rule.patterns.some(looksAtOneStatement)
        ? [about('appel-accepts-any', { rule: at + 1 }, rule)]
        : []),
      ...rule.patterns.flatMap(lintPattern),
    ]),
    ...lintReach(rules),
    ...(last !== undefined && !rules.some(isAlwaysTrue) ? [about('appel-otherwise-missing', {}, last)] : []),
  ]
}
