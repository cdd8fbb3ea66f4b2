import { type ImportRule, type Issue, issue, type Span } from '../../model/index.ts'
import { LEGAL_TOKENS } from '../compact/index.ts'
import { writeExpression } from './expression.ts'
import { excerpt } from './words.ts'

/** A rule with where it stands. */
export interface PlacedRule {
  readonly rule: ImportRule
  readonly at: Span
}

/** `customization` of the drafts, in the forms that Internet Explorer knew. */
const OBSOLETE: ReadonlySet<string> = new Set(['CUS', 'CUSa', 'CUSi', 'CUSo'])

const isKnown = (token: string): boolean => LEGAL_TOKENS.has(token) || OBSOLETE.has(token)

/** The token in the right letters, or without a suffix it cannot have. */
function nearestToken(token: string): string {
  const core = token.slice(0, 3).toUpperCase()
  return [core + token.slice(3).toLowerCase(), core].find(isKnown) ?? 'none'
}

function checkTokens({ rule, at }: PlacedRule, told: Set<string>): Issue[] {
  return rule.conditions.flatMap(({ token }) => {
    if (isKnown(token) || told.has(token)) return []
    told.add(token)
    return [issue('privacy-rule-token-unknown', { token, nearest: nearestToken(token) }, { at, tokens: [token] })]
  })
}

const contradiction = ({ conditions }: ImportRule): string | undefined => {
  const wanted = new Set(conditions.filter(({ not }) => !not).map(({ token }) => token))
  return conditions.find(({ token, not }) => not && wanted.has(token))?.token
}

/** The same conditions in whatever order have the same key. */
const keyOf = ({ conditions }: ImportRule): string =>
  [...new Set(conditions.map(({ token, not }) => `${not ? '!' : ''}${token}`))].sort().join(',')

/** Rules that cannot do what they say: of tokens that no policy has, of what contradicts itself, or of what was decided before. */
export function checkRules(rules: readonly PlacedRule[]): readonly Issue[] {
  const seen = new Set<string>()
  const told = new Set<string>()
  return rules.flatMap(placed => {
    const expression = excerpt(writeExpression(placed.rule.conditions, ','))
    const { at } = placed
    const token = contradiction(placed.rule)
    const key = keyOf(placed.rule)
    const again = seen.has(key)
    seen.add(key)
    return [
      ...checkTokens(placed, told),
      ...(token === undefined ? [] : [issue('privacy-rule-never', { expression, token }, { at })]),
      ...(again ? [issue('privacy-rule-unreachable', { expression }, { at })] : []),
    ]
  })
}
