import { type CompactFacts, decodeCompact, errorClassOf, readCompactFacts } from '../codec/compact/index.ts'
import { ie6, netscape7 } from '../judge/index.ts'
import { STANDINGS } from '../model/index.ts'
import { ACCESS, CATEGORIES, MARKERS, PURPOSES, type Term } from '../vocabulary/index.ts'
import { CLASSES } from './error-classes.ts'

/** The groups of tokens a policy needs one of each of, in the order of their bits. */
export const LACKING = ['access', 'purpose', 'recipient', 'retention', 'category'] as const

/** Internet Explorer of every version stands alike to a policy; its levels then differ. */
export const STANDING_AGENTS = [ie6, netscape7] as const

/** What a survey wants to know of a header, as small integers. */
export interface Classified {
  /** Whether it holds a compact policy at all. */
  readonly policy: boolean
  /** Bits of `CLASSES`. */
  readonly errors: number
  /** Bit i: a token of `LACKING[i]` is missing. */
  readonly lacking: number
  /** For each of `STANDING_AGENTS`: the index in `STANDINGS`. */
  readonly standings: readonly number[]
}

const mask = (table: readonly Term[], ...tokens: string[]): number =>
  table.reduce((bits, { token }, index) => (tokens.includes(token) ? bits | (1 << index) : bits), 0)

const NOI = mask(ACCESS, 'NOI')
const DSP = mask(MARKERS, 'DSP')
const NID = mask(MARKERS, 'NID')
const TST = mask(MARKERS, 'TST')
const IDENTIFYING = mask(CATEGORIES, 'PHY', 'ONL', 'GOV', 'FIN')
const PERSONAL = mask(PURPOSES, 'IVA', 'IVD', 'CON', 'TEL')

const severalBits = (bits: number): boolean => (bits & (bits - 1)) !== 0

/** The sets of a header's tokens, whatever the choice. */
const allPurposes = (f: CompactFacts): number => f.purposesBare | f.purposesAlways | f.purposesOptIn | f.purposesOptOut
const allRecipients = (f: CompactFacts): number =>
  f.recipientsBare | f.recipientsAlways | f.recipientsOptIn | f.recipientsOptOut

function lackingOf(facts: CompactFacts): number {
  if ((facts.markers & NID) !== 0) return 0
  const groups = [facts.access, allPurposes(facts), allRecipients(facts), facts.retentions, facts.categories]
  return groups.reduce((bits, group, index) => (group === 0 ? bits | (1 << index) : bits), 0)
}

function conflicts(facts: CompactFacts): boolean {
  const personal = (facts.categories & IDENTIFYING) !== 0 || (allPurposes(facts) & PERSONAL) !== 0
  if (severalBits(facts.access)) return true
  if (personal && ((facts.access & NOI) !== 0 || (facts.markers & NID) !== 0)) return true
  if ((facts.markers & NID) !== 0 && (facts.access & ~NOI) !== 0) return true
  return facts.remedies !== 0 && (facts.markers & DSP) === 0
}

/** What can end or alter the list of tokens, or is a statement's brace: `" ' = \\ & { }`. */
const SPECIAL = new Set(['"', "'", '=', '\\', '&', '{', '}'].map(character => character.charCodeAt(0)))

/** `CP="…"` and nothing but words in it, one space apart: then the facts alone tell most of what is wrong. */
function isPlain(header: string): boolean {
  const end = header.length - 1
  if (!header.startsWith('CP="') || header.charCodeAt(end) !== 34 || end < 5) return false
  let space = true
  for (let at = 4; at < end; at++) {
    const code = header.charCodeAt(at)
    if (code === 32) {
      if (space) return false
      space = true
    } else if (code > 32 && code < 127 && !SPECIAL.has(code)) space = false
    else return false
  }
  return !space
}

/** Of a plain header. Null: whether its tokens conflict hangs on whether its other words make it free text. */
function plainErrors(facts: CompactFacts, lacking: number): number | null {
  const conflicting = conflicts(facts)
  if (conflicting && facts.unknown > 0) return null
  const invalid = facts.unknown > 0 || (facts.markers & TST) !== 0
  return (
    (invalid ? CLASSES.invalid : 0) | (lacking !== 0 ? CLASSES.missing : 0) | (conflicting ? CLASSES.conflicting : 0)
  )
}

function carefulErrors(header: string): number {
  let bits = 0
  for (const { code } of decodeCompact(header).issues) {
    const found = errorClassOf(code)
    if (found !== null) bits |= CLASSES[found]
  }
  return bits
}

/** Reads a header's value: plain ones by their facts, as far as these tell all; others by the careful reader. */
export function classify(header: string): Classified {
  const facts = readCompactFacts(header)
  const standings = [ie6.standingOf(facts), netscape7.standing(header)].map(standing => STANDINGS.indexOf(standing))
  if (facts === null) return { policy: false, errors: 0, lacking: 0, standings }
  const lacking = lackingOf(facts)
  const errors = (isPlain(header) ? plainErrors(facts, lacking) : null) ?? carefulErrors(header)
  return { policy: true, errors, lacking, standings }
}
