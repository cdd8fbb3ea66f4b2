import { type ImportAction, type ImportSetting, type Issue, issue, type Result, type Span } from '../../model/index.ts'
import { textPlaces } from '../xml/text-places.ts'
import { checkRules, type PlacedRule } from './check-rules.ts'
import { readExpression } from './expression.ts'
import { actionOfLetter, excerpt } from './words.ts'

/** What a rule string may measure: Microsoft's own Medium has about 2000 characters. */
const RULE_STRING_LIMIT = 262_144

/** What rule strings begin with: as registries hold it, and as the page of the desktop API says. */
export const SIGNATURES = ['IE6-P3PV1/settings:', 'IE6-P3PSettings/V1:'] as const

/** The special rules, by both of their names. */
const SPECIAL: Readonly<Record<string, 'nopolicy' | 'session' | 'always'>> = {
  nopolicy: 'nopolicy',
  '###': 'nopolicy',
  session: 'session',
  always: 'always',
  '%%%': 'always',
}

interface Word {
  readonly text: string
  readonly at: Span
}

/** What is read so far. `noRule` is the first rule that is always true; none after it is ever reached. */
interface Rules {
  readonly placed: PlacedRule[]
  readonly issues: Issue[]
  noPolicy?: ImportAction
  noRule?: ImportAction
  session: boolean
}

/** A value may be pasted with the quotation mark, and all before it, of a registry file. */
function wordsOf(source: string): readonly Word[] {
  const place = textPlaces(source)
  const from = Math.max(0, source.search(/IE6-P3P/))
  const quoted = source[from - 1] === '"'
  const end = quoted ? source.indexOf('"', from) : -1
  const start = quoted || source.slice(0, from).trim() === '' ? from : 0
  const text = source.slice(start, end < 0 ? undefined : end)
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const { line, column } = place({ offset: start + index })
    return { text: word, at: { line, column, endLine: line, endColumn: column + word.length } }
  })
}

function readSpecial(name: 'nopolicy' | 'session' | 'always', action: ImportAction, word: Word, rules: Rules) {
  const again =
    name === 'session' ? rules.session : name === 'nopolicy' ? rules.noPolicy !== undefined : rules.noRule !== undefined
  if (again) rules.issues.push(issue('privacy-rules-repeated', { name }, { at: word.at }))
  else if (name === 'nopolicy') rules.noPolicy = action
  else if (name === 'always') rules.noRule = action
  else if (action === 'accept') rules.session = true
  else rules.issues.push(issue('privacy-rules-action', { rule: excerpt(word.text), action: 'a' }, { at: word.at }))
}

function readLogical(pattern: string, action: ImportAction, word: Word, rules: Rules) {
  const { at } = word
  const conditions = readExpression(pattern, '&')
  if (rules.noRule !== undefined) {
    rules.issues.push(issue('privacy-rule-unreachable', { expression: excerpt(word.text) }, { at }))
  } else if (conditions === 'empty') rules.noRule = action
  else if (typeof conditions === 'string') {
    rules.issues.push(issue('privacy-rule-expression', { expression: excerpt(pattern), problem: conditions }, { at }))
  } else rules.placed.push({ rule: { conditions, action }, at })
}

/** `/pattern=action/`, `token=action`, or a special rule. */
function readRule(word: Word, rules: Rules) {
  const { text, at } = word
  const slashed = text.length > 1 && text.startsWith('/') && text.endsWith('/')
  const body = slashed ? text.slice(1, -1) : text
  const equals = body.lastIndexOf('=')
  if (equals < 0 || text.startsWith('/') !== text.endsWith('/')) {
    rules.issues.push(issue('privacy-rules-syntax', { rule: excerpt(text) }, { at }))
    return
  }
  const name = body.slice(0, equals)
  const action = actionOfLetter(body.slice(equals + 1))
  const special = slashed || !Object.hasOwn(SPECIAL, name) ? undefined : SPECIAL[name]
  if (action === undefined) {
    const allowed = special === 'session' ? 'a' : 'a, p, r, l, d'
    rules.issues.push(issue('privacy-rules-action', { rule: excerpt(text), action: allowed }, { at }))
  } else if (special !== undefined) readSpecial(special, action, word, rules)
  else if (!slashed && name === '') rules.issues.push(issue('privacy-rules-syntax', { rule: excerpt(text) }, { at }))
  else readLogical(name, action, word, rules)
}

/** What was not said: no rule is true, then accept; no policy, then what is done with all. */
function settle(rules: Rules, at: Span): ImportSetting {
  const noRule = rules.noRule ?? 'accept'
  const noPolicy = rules.noPolicy ?? noRule
  if (rules.noPolicy === undefined && rules.noRule === undefined) {
    rules.issues.push(issue('privacy-rules-default', { what: 'policy', action: noPolicy }, { at }))
  }
  if (rules.noRule === undefined) {
    rules.issues.push(issue('privacy-rules-default', { what: 'rule', action: noRule }, { at }))
  }
  return { noPolicy, noRule, session: rules.session, rules: rules.placed.map(({ rule }) => rule) }
}

/** Reads the rule string that a registry holds for one party in one zone. */
export function decodeRuleString(source: string): Result<ImportSetting> {
  const limit = RULE_STRING_LIMIT
  if (source.length > limit) return { ok: false, issues: [issue('privacy-rules-long', { limit })] }
  const words = wordsOf(source)
  const [first] = words
  const at = first?.at ?? { line: 1, column: 1 }
  const signed = first !== undefined && (SIGNATURES as readonly string[]).includes(first.text)
  const isRule = first?.text.includes('=') === true
  const rules: Rules = { placed: [], issues: [], session: false }
  if (!signed) {
    const signature = first === undefined || isRule ? 'none' : excerpt(first.text)
    const unsigned = issue('privacy-rules-signature', { signature }, { at })
    if (!isRule && !first?.text.startsWith('IE6-P3P')) return { ok: false, issues: [unsigned] }
    rules.issues.push(unsigned)
  }
  for (const word of isRule ? words : words.slice(1)) readRule(word, rules)
  const value = settle(rules, at)
  return { ok: true, value, issues: [...rules.issues, ...checkRules(rules.placed)] }
}

/** Whether a text is meant as a rule string. */
export const isRuleString = (text: string): boolean => /^[^<]{0,4000}IE6-P3P/.test(text)
