import type { ImportCondition } from '../../model/index.ts'
import { isTokenLike } from './words.ts'

/** Why a text is no expression: it is empty, a token is missing between two signs, or something is none. */
export type ExpressionFlaw = 'empty' | 'gap' | 'token'

/** Tokens that must all be there, or with `!` must not be; the file joins them by commas, the rule string by `&`. */
export function readExpression(text: string, joint: ',' | '&'): readonly ImportCondition[] | ExpressionFlaw {
  if (text.trim() === '') return 'empty'
  const conditions: ImportCondition[] = []
  for (const part of text.split(joint)) {
    const written = part.trim()
    const not = written.startsWith('!')
    const token = not ? written.slice(1).trimStart() : written
    if (token === '') return 'gap'
    if (!isTokenLike(token)) return 'token'
    conditions.push({ token, not })
  }
  return conditions
}

export const writeExpression = (conditions: readonly ImportCondition[], joint: ',' | '&'): string =>
  conditions.map(({ token, not }) => (not ? `!${token}` : token)).join(joint)
