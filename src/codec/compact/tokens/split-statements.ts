import type { CompactToken } from './token.ts'

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
