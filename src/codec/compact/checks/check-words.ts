import type { Issue } from '../../../model/index.ts'
import { type Mend, mendToken } from '../tokens/mend-token.ts'
import { nearestToken } from '../tokens/nearest-token.ts'
import { type CompactToken, isBrace } from '../tokens/token.ts'
import { about, spell } from '../tokens/token-view.ts'

/** A word that is no token, with what it was probably meant to be. */
interface StrayWord {
  readonly token: CompactToken
  readonly mend: Mend | null
  readonly nearest: string | null
}

function strayWords(tokens: readonly CompactToken[]): StrayWord[] {
  const present = new Set(tokens.filter(token => token.kind !== 'unknown').map(token => token.raw))
  const words = new Map(
    tokens.filter(token => token.kind === 'unknown' && !isBrace(token.raw)).map(token => [token.raw, token]),
  )
  return [...words.values()].map(token => {
    const mend = mendToken(token.raw)
    return { token, mend, nearest: mend === null ? nearestToken(token.raw, present) : mend.meant }
  })
}

const ISSUE_OF_FAULT = {
  'suffix-unexpected': 'token-suffix-unexpected',
  'suffix-unknown': 'token-suffix-unknown',
} as const

function wordIssue({ token, mend, nearest }: StrayWord): Issue | null {
  const named = { token: token.raw, nearest: nearest ?? 'none' }
  switch (mend?.fault) {
    case undefined:
      return about('token-unknown', named, [token])
    case 'obsolete':
      return about('token-obsolete', { token: token.raw }, [token])
    case 'suffix-on-current':
      return about('token-suffix-on-current', {}, [token])
    case 'suffix-unexpected':
    case 'suffix-unknown':
      return about(ISSUE_OF_FAULT[mend.fault], named, [token])
    default:
      return null
  }
}

/** One habit, one issue: who writes one token in small letters does so throughout. */
function habitIssue(code: 'token-case' | 'token-separator', words: readonly StrayWord[]): Issue[] {
  const tokens = words.map(word => word.token)
  const meant = words.map(word => word.nearest).join(' ')
  return words.length === 0 ? [] : [about(code, { tokens: spell(tokens), nearest: meant }, tokens)]
}

/**
 * Free text in place of a policy: hardly any word is a token. Small letters prove nothing, since a sentence may well
 * have an "our" or an "all" in it; words that are all close to tokens are misspelt ones, and a single word is no text.
 */
function isProse(words: readonly StrayWord[], known: number): boolean {
  const doubtful = words.filter(({ mend }) => mend?.fault === 'case' || mend?.fault === 'separator').length
  const foreign = words.filter(({ mend }) => mend === null)
  const sure = known + words.length - doubtful - foreign.length
  if (foreign.length === 0 || foreign.length < doubtful || known + words.length === 1) return false
  return sure === 0 ? foreign.some(({ nearest }) => nearest === null) : foreign.length > Math.max(2, 2 * sure)
}

export interface WordsCheck {
  readonly prose: boolean
  readonly issues: readonly Issue[]
}

/** What is wrong with the words of a policy that are no tokens (P3P 1.0, 4.2: they are as if they were not there). */
export function checkWords(tokens: readonly CompactToken[]): WordsCheck {
  const words = strayWords(tokens)
  const known = tokens.filter(token => token.kind !== 'unknown').length
  if (isProse(words, known)) {
    const foreign = tokens.filter(token => token.kind === 'unknown')
    return { prose: true, issues: [about('compact-is-prose', {}, foreign)] }
  }
  return {
    prose: false,
    issues: [
      ...words.map(wordIssue).filter(found => found !== null),
      ...habitIssue(
        'token-case',
        words.filter(({ mend }) => mend?.fault === 'case'),
      ),
      ...habitIssue(
        'token-separator',
        words.filter(({ mend }) => mend?.fault === 'separator'),
      ),
    ],
  }
}
