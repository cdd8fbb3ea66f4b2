import {
  ACCESS,
  CATEGORIES,
  CHOICE_LETTERS,
  CHOICES,
  MARKERS,
  PURPOSES,
  RECIPIENTS,
  REMEDIES,
  RETENTIONS,
  type Term,
} from '../../vocabulary/index.ts'
import type { CompactPolicy, CompactUse } from './compact-policy.ts'

/** `ibm` writes every suffix out, and `CURa`, as IBM's policy editor did; `canonical` writes only legal tokens. */
export type CompactStyle = 'canonical' | 'ibm'

function termTokens(table: readonly Term[], ids: readonly string[]): string[] {
  return table.filter(row => ids.includes(row.id)).map(row => row.token)
}

/** A use with several choices is written with each: the recommendation keeps all that is relevant (4.5). */
function useTokens(table: readonly Term[], uses: readonly CompactUse<string>[], style: CompactStyle): string[] {
  return table.flatMap(row => {
    const choices = CHOICES.filter(choice => uses.some(use => use.id === row.id && use.choice === choice))
    if (choices.length === 0) return []
    if (!row.choice) return [style === 'ibm' && row.token === 'CUR' ? 'CURa' : row.token]
    return choices.map(choice =>
      choice === 'always' && style === 'canonical' ? row.token : row.token + CHOICE_LETTERS[choice],
    )
  })
}

/** The tokens, each once, in the order of the grammar (P3P 1.0, ABNF 50-62) and of the vocabulary. */
export function encodeCompact(policy: CompactPolicy, style: CompactStyle = 'canonical'): string {
  const markers = termTokens(MARKERS, policy.markers)
  const only = (token: string) => markers.filter(marker => marker === token)
  return [
    ...termTokens(ACCESS, policy.access),
    ...only('DSP'),
    ...termTokens(REMEDIES, policy.remedies),
    ...only('NID'),
    ...useTokens(PURPOSES, policy.purposes, style),
    ...useTokens(RECIPIENTS, policy.recipients, style),
    ...termTokens(RETENTIONS, policy.retentions),
    ...termTokens(CATEGORIES, policy.categories),
    ...only('TST'),
  ].join(' ')
}

/** What a `P3P` header says: where the reference file is, and the compact policy; null leaves a part out. */
export interface P3pHeader {
  readonly policyref: string | null
  readonly compact: string | null
}

const LONE_SURROGATE = '%EF%BF%BD'

/** What is no part of a URI (RFC 3986, 2) would end the quoted value, or the header. */
const escapeUri = (uri: string): string =>
  uri.replace(/[^!\u0023-\u007e]/gu, character =>
    /\p{Surrogate}/u.test(character) ? LONE_SURROGATE : encodeURIComponent(character),
  )

/** The header's value (P3P 1.0, ABNF 1-4 and 50); empty if there is nothing to say. */
export function encodeP3pHeader({ policyref, compact }: P3pHeader): string {
  return [
    ...(policyref === null ? [] : [`policyref="${escapeUri(policyref)}"`]),
    ...(compact === null || compact === '' ? [] : [`CP="${compact}"`]),
  ].join(', ')
}
