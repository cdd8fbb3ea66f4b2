import type { AppelConnective, AppelFinding, AppelPattern, AppelRuleset, AppelVerdict } from '../model/index.ts'
import { preferences } from './compiled/index.ts'
import type { Language } from './language.ts'

type Attributes = Readonly<Record<string, string>>

/** `contact required="opt-in"`, `DATA ref="#user.name"` */
const writtenOf = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')

function placeOf({ statement, path }: AppelFinding, language: Language): string {
  const words = preferences[language]
  if (statement !== null) return words['practice.statement']({ number: statement })
  return path[0] === 'REQUEST-GROUP' ? words['appel.the-request'] : words['appel.the-policy']
}

function sayFinding(finding: AppelFinding, language: Language): string {
  const { found, path, attributes } = finding
  const own = path.filter(step => step !== 'POLICY' && step !== 'STATEMENT')
  const steps = own.length === 0 ? path : own
  const what = [...steps.slice(0, -1), writtenOf(steps.at(-1) ?? '', attributes)].join(' › ')
  return preferences[language][found ? 'appel.found' : 'appel.missing']({ place: placeOf(finding, language), what })
}

/** What a ruleset does with a policy, by which rule, and what in the policy made it fit. */
export function sayAppelVerdict(verdict: AppelVerdict, language: Language): readonly string[] {
  const { rule, behavior, prompt, promptMessage, description, because, why } = verdict
  const words = preferences[language]
  if (rule === null || behavior === null) return [words['appel.no-rule']]
  const told = [...new Set(why.map(finding => sayFinding(finding, language)))]
  const text = description ?? promptMessage
  return [
    words['appel.decides']({ rule, does: words[`appel.does.${behavior}`] }),
    ...(prompt ? [words['appel.asked']] : []),
    ...(text === null ? [] : [words['appel.says']({ text })]),
    ...(because === 'otherwise' ? [words['appel.otherwise']] : told),
  ]
}

function join(list: readonly string[], connective: AppelConnective, language: Language): string {
  const type = connective.includes('or') ? 'disjunction' : 'conjunction'
  const joined = new Intl.ListFormat(language, { type }).format(list)
  if (connective === 'and' || connective === 'or') return joined
  return preferences[language][`appel.join.${connective}`]({ list: `(${joined})` })
}

function sayPattern({ name, attributes, children, connective }: AppelPattern, language: Language): string {
  const written = writtenOf(name, attributes)
  if (children.length === 0) return written
  const inner = children.map(child => sayPattern(child, language))
  if (inner.length === 1 && (connective === 'and' || connective === 'or')) return `${written} › ${inner[0]}`
  return preferences[language]['appel.has']({ name: written, what: join(inner, connective, language) })
}

/** A ruleset in words, a sentence each rule. */
export function explainAppel({ rules }: AppelRuleset, language: Language): readonly string[] {
  const words = preferences[language]
  return rules.map(({ behavior, prompt, otherwise, patterns, connective }, at) => {
    const said = { rule: at + 1, does: words[`appel.does.${behavior}`], prompt: prompt ? 'yes' : 'no' }
    if (otherwise || patterns.length === 0) return words['appel.rule-otherwise'](said)
    const conditions = patterns.map(pattern => sayPattern(pattern, language))
    return words['appel.rule']({ ...said, condition: join(conditions, connective, language) })
  })
}
