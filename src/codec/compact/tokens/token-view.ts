import { type Issue, type IssueCode, type IssueData, issue } from '../../../model/index.ts'
import { type CompactToken, coreOf, type TokenKind } from './token.ts'

/** A policy's known tokens by what they say, for those who check it. */
export interface TokenView {
  readonly known: readonly CompactToken[]
  /** The tokens with these three letters, in any form, each form once. */
  readonly written: (cores: readonly string[]) => readonly CompactToken[]
  readonly ofKind: (kind: TokenKind) => readonly CompactToken[]
}

const distinct = (tokens: readonly CompactToken[]): readonly CompactToken[] => [
  ...new Map(tokens.map(token => [token.raw, token])).values(),
]

export function viewTokens(tokens: readonly CompactToken[]): TokenView {
  const known = tokens.filter(token => token.kind !== 'unknown')
  const forms = distinct(known)
  return {
    known,
    written: cores => forms.filter(token => cores.includes(coreOf(token))),
    ofKind: kind => forms.filter(token => token.kind === kind),
  }
}

/** The tokens as a message names them. */
export const spell = (tokens: readonly CompactToken[]): string =>
  [...new Set(tokens.map(token => token.raw))].join(', ')

/** An issue about tokens; its place is that of the first. */
export function about<C extends IssueCode>(code: C, data: IssueData<C>, tokens: readonly CompactToken[]): Issue<C> {
  const [first] = tokens
  return issue(code, data, {
    tokens: [...new Set(tokens.map(token => token.raw))],
    ...(first === undefined ? {} : { at: first.at }),
  })
}
