import { type Issue, issue, SEVERITIES, type Span } from '../../model/index.ts'
import { checkBraces } from './checks/check-braces.ts'
import { checkConflicts } from './checks/check-conflicts.ts'
import { checkMissing } from './checks/check-missing.ts'
import { checkWords } from './checks/check-words.ts'
import { type CompactPolicy, policyOfTokens } from './compact-policy.ts'
import type { Places } from './header/check-header.ts'
import { isBlank } from './header/find-policy.ts'
import { LENGTH_LIMIT, withinLimit } from './header/length-limit.ts'
import type { LocatedPolicy } from './header/locate-policy.ts'
import { createPlaces } from './header/places.ts'
import { type HeaderDirective, readHeader } from './header/read-header.ts'
import { type CompactToken, LEGAL_TOKENS, UNKNOWN } from './tokens/token.ts'
import { about, viewTokens } from './tokens/token-view.ts'

/** All that a `P3P` header's value says, and what is wrong with it. */
export interface CompactReading {
  /** Every token as written, unknown ones too. */
  readonly tokens: readonly CompactToken[]
  /** What the known tokens say; null: the header carries no compact policy. */
  readonly policy: CompactPolicy | null
  /** It is free text in place of a policy. */
  readonly prose: boolean
  readonly policyref: string | null
  readonly directives: readonly HeaderDirective[]
  readonly issues: readonly Issue[]
  /** Whether no issue is an error. */
  readonly valid: boolean
}

function readTokens(text: string, { from, to }: LocatedPolicy, places: Places): CompactToken[] {
  const tokens: CompactToken[] = []
  let at = from
  while (at < to) {
    const start = at
    while (at < to && !isBlank(text.charCodeAt(at))) at++
    const raw = text.slice(start, at)
    if (raw !== '') tokens.push({ raw, ...(LEGAL_TOKENS.get(raw) ?? UNKNOWN), at: places(start, at) })
    at++
  }
  return tokens
}

/** P3P 1.0, ABNF 51: one space between two tokens, and nothing else. Only quotes make ends of the list. */
function checkSpaces({ part, mark }: LocatedPolicy, at: Span): Issue[] {
  const list = mark === '' ? part.value.trim() : part.value
  if (/[\u0000-\u001f]/.test(list)) return [issue('token-line-break', {}, { at })]
  return / {2}|^ | $/.test(list) ? [issue('token-spaces-extra', {}, { at })] : []
}

function checkPolicy(located: LocatedPolicy, tokens: readonly CompactToken[], places: Places): Issue[] {
  const view = viewTokens(tokens)
  const at = places(located.from, located.to)
  const words = checkWords(tokens)
  if (tokens.length === 0) return [issue('compact-empty', {}, { at }), ...checkMissing(view)]
  if (words.prose) return [...words.issues, ...checkMissing(view)]
  return [
    ...words.issues,
    ...(view.written(['TST']).length > 0 ? [about('compact-is-test', {}, view.written(['TST']))] : []),
    ...checkSpaces(located, at),
    ...checkBraces(tokens),
    ...checkMissing(view),
    ...checkConflicts(tokens),
  ]
}

/** Each problem once, where it is first met, and the gravest first. */
function sortIssues(found: readonly Issue[]): Issue[] {
  const first = new Map<string, Issue>()
  for (const problem of found) {
    const key = `${problem.code} ${JSON.stringify(problem.data)}`
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** Reads a `P3P` header's value with all its faults. The careful path: it never throws, whatever the text is. */
export function decodeCompact(headerValue: string): CompactReading {
  const text = withinLimit(headerValue)
  const places = createPlaces(text)
  const header = readHeader(text, places)
  const located = header.policy
  const tokens = located === null ? [] : readTokens(text, located, places)
  const found = [
    ...(headerValue.length > LENGTH_LIMIT ? [issue('header-too-long', { limit: LENGTH_LIMIT })] : []),
    ...header.issues,
    ...(located !== null ? checkPolicy(located, tokens, places) : []),
    ...(located === null
      ? [issue(header.policyref === null ? 'compact-empty' : 'header-without-compact-policy', {})]
      : []),
  ]
  const issues = sortIssues(found)
  return {
    tokens,
    policy: located === null ? null : policyOfTokens(tokens),
    prose: issues.some(({ code }) => code === 'compact-is-prose'),
    policyref: header.policyref,
    directives: header.directives,
    issues,
    valid: !issues.some(({ severity }) => severity === 'error'),
  }
}
