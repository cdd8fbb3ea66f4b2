import { decodeCompact, encodeCompact, LEGAL_TOKENS, type TokenMeaning } from '../../codec/compact/index.ts'
import type { Issue, IssueCode, Policy } from '../../model/index.ts'
import { compactOf } from '../p3p/compact-of.ts'
import type { Rule } from './rule.ts'

/** Rules for compact policies that others here say better, knowing the practices; and a trial that is meant as one. */
const LEFT_OUT: readonly IssueCode[] = [
  'compact-is-test',
  'dsp-without-remedy',
  'nid-beside-identifying',
  'nor-beside-retention',
  'retention-tokens-several',
  'sta-missing',
]

type Path = Issue['path']

/** The place of the first practice that has the term under this key. */
function inPractice(policy: Policy, key: 'purposes' | 'recipients', term: string | null): Path {
  const found = policy.practices.find(practice => practice[key].some(use => use.id === term))
  return found === undefined || term === null ? ['practices'] : ['practices', found.id, key, term]
}

/** What of the declaration made the token. */
function sourceOf(policy: Policy, { kind, term }: TokenMeaning): Path {
  if (kind === 'access') return ['access']
  if (kind === 'disputes' || kind === 'remedy') return ['disputes']
  if (kind === 'purpose') return inPractice(policy, 'purposes', term)
  if (kind === 'recipient') return inPractice(policy, 'recipients', term)
  return kind === 'test' ? ['p3p', 'test'] : ['practices']
}

/** A token that is none is the style's doing: the vocabulary's own are all legal. */
function pathOf(policy: Policy, { tokens = [] }: Issue): Path {
  const meaning = LEGAL_TOKENS.get(tokens[0] ?? '')
  return meaning === undefined ? ['p3p', 'style'] : sourceOf(policy, meaning)
}

/** What is wrong with the compact policy of all practices, as it would be read. */
export const compactForm: Rule = policy => {
  const compact = compactOf(policy, policy.practices)
  if (compact === null) return []
  const { issues } = decodeCompact(`CP="${encodeCompact(compact, policy.p3p.style)}"`)
  return issues
    .filter(({ code }) => !LEFT_OUT.includes(code))
    .map(({ at: _, ...found }) => ({ ...found, path: pathOf(policy, found) }))
}
