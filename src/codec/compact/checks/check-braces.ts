import type { Issue } from '../../../model/index.ts'
import { splitStatements } from '../tokens/split-statements.ts'
import { type CompactToken, isBrace, type TokenKind } from '../tokens/token.ts'
import { about } from '../tokens/token-view.ts'

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

/** A statement has what a full one has, unless it is about nothing identifiable. */
function checkStatements(statements: readonly (readonly CompactToken[])[]): Issue[] {
  return GROUPS.flatMap(group => {
    const lacking = statements
      .map((tokens, index) => ({ tokens, number: index + 1 }))
      .filter(({ tokens }) => !tokens.some(({ kind }) => kind === 'non-identifiable' || kind === group))
    const numbers = lacking.map(({ number }) => number).join(', ')
    return lacking.length === 0 ? [] : [about('braces-incomplete', { statements: numbers, group }, [])]
  })
}

/** P3P 1.1 (W3C bug 645): braces around the tokens of one statement. */
export function checkBraces(tokens: readonly CompactToken[]): Issue[] {
  const first = tokens.find(token => isBrace(token.raw))
  if (first === undefined) return []
  const unpaired = unpairedBraces(tokens)
  if (unpaired.length > 0) return unpaired.map(brace => about('braces-unbalanced', { brace: brace.raw }, [brace]))
  return [about('braces-used', {}, [first]), ...checkStatements(splitStatements(tokens).statements)]
}
