import { verdict as words } from '../../messages/index.ts'
import type { Context } from './context.ts'

/** A level by its name, where it has one in words. */
export function levelName({ language }: Context, level: string): string {
  const named = Object.entries(words[language]).find(([key]) => key === `level.${level}`)?.[1]
  return typeof named === 'string' ? named : level
}
