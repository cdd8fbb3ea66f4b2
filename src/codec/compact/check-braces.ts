import { type Issue, issue } from '../../model/index.ts'
import { type CompactToken, isBrace, type TokenKind } from './token.ts'
import { about } from './token-view.ts'

const GROUPS = ['purpose', 'recipient', 'retention', 'category'] as const satisfies readonly TokenKind[]

/** The braces that have no partner; statements do not nest. */
function unpairedBraces(tokens: readonly CompactToken[]): CompactToken[] {
  const unpaired: CompactToken[] = []
  let open: CompactToken | null = null
  for (const token of tokens) {
    if (token.raw === '}' && open === null) unpaired.push(token)
    if (token.raw === '{' && open !== null) unpaired.push(open)
    if (isBrace(token.raw)) open = token.raw === '{' ? token : null
  }
  return open === null ? unpaired : [...unpaired, open]
}

/** The tokens of each statement; what stands outside of braces speaks of the whole policy. */
export function splitStatements(tokens: readonly CompactToken[]): {
  outside: CompactToken[]
  statements: CompactToken[][]
} {
  const outside: CompactToken[] = []
  const statements: CompactToken[][] = []
  let inside: CompactToken[] | null = null
  for (const token of tokens) {
    if (token.raw === '{') {
      inside = []
      statements.push(inside)
    } else if (token.raw === '}') inside = null
    else (inside ?? outside).push(token)
  }
  return { outside, statements }
}

/** A statement has what a full one has, unless it is about nothing identifiable. */
function checkStatement(statement: readonly CompactToken[], index: number): Issue[] {
  if (statement.some(token => token.kind === 'non-identifiable')) return []
  return GROUPS.filter(group => !statement.some(token => token.kind === group)).map(group =>
    about('braces-incomplete', { statement: index + 1, group }, statement.slice(0, 1)),
  )
}

/** P3P 1.1 (W3C bug 645): braces around the tokens of one statement. */
export function checkBraces(tokens: readonly CompactToken[]): Issue[] {
  const first = tokens.find(token => isBrace(token.raw))
  if (first === undefined) return []
  const unpaired = unpairedBraces(tokens)
  if (unpaired.length > 0) {
    return unpaired.map(brace =>
      issue('braces-unbalanced', { brace: brace.raw }, { at: brace.at, tokens: [brace.raw] }),
    )
  }
  return [about('braces-used', {}, [first]), ...splitStatements(tokens).statements.flatMap(checkStatement)]
}
