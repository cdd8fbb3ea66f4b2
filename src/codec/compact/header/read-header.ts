import { type Issue, issue } from '../../../model/index.ts'
import { checkDirectives, checkQuotes, knownAs, type Places } from './check-header.ts'
import { skipBlanks, skipHeaderName } from './find-policy.ts'
import { type HeaderPart, readHeaderParts } from './header-parts.ts'
import { type LocatedPolicy, locatePolicy } from './locate-policy.ts'

/** A directive that is neither `CP` nor `policyref`. */
export interface HeaderDirective {
  readonly name: string
  readonly value: string
}

export interface HeaderReading {
  /** The first compact policy; null where there is none. */
  readonly policy: LocatedPolicy | null
  readonly policyref: string | null
  readonly directives: readonly HeaderDirective[]
  readonly issues: readonly Issue[]
}

const LONGEST_EXCERPT = 60

/** The words themselves, or all that follows the semicolon. */
function gluedText(text: string, { from, to, separator }: HeaderPart): string {
  const glued = text.slice(from, separator.includes(';') ? undefined : to).trim()
  return glued.length > LONGEST_EXCERPT ? `${glued.slice(0, LONGEST_EXCERPT)}…` : glued
}

/** Reads the form of a `P3P` header's value: its directives, and where its compact policy is. */
export function readHeader(text: string, places: Places): HeaderReading {
  const policy = locatePolicy(text)
  const first = skipBlanks(text, 0)
  const start = skipHeaderName(text)
  const before = readHeaderParts(text, start, policy?.part.from ?? text.length)
  const after = policy === null ? [] : readHeaderParts(text, policy.part.to, text.length).parts
  const stray = before.parts.find(part => part.name === null)
  // From the first part on that no P3P header has, the rest is another header's.
  const gluedAt = after.findIndex(part => part.name === null || part.separator.includes(';'))
  const front = before.parts.filter(part => part.name !== null)
  const back = gluedAt < 0 ? after : after.slice(0, gluedAt)
  const own = policy === null || policy.part.name === null ? [] : [{ ...policy.part, separator: before.rest }]
  const glued = [stray, after[gluedAt]].filter(part => part !== undefined)
  const others = [...front, ...back]
  return {
    policy,
    policyref: others.find(part => knownAs(part.name) === 'policyref')?.value ?? null,
    directives: others.flatMap(({ name, value }) => (name === null || knownAs(name) ? [] : [{ name, value }])),
    issues: [
      ...(start > first ? [issue('header-name-inside', {}, { at: places(first, start) })] : []),
      ...(policy === null ? [] : checkQuotes(policy, places)),
      ...checkDirectives([...front, ...own, ...back], places),
      ...glued.map(part => issue('header-glued', { text: gluedText(text, part) }, { at: places(part.from, part.to) })),
    ],
  }
}
