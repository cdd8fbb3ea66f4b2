import type { LevelAction } from '../../../model/index.ts'

/** The letters of `network.cookie.p3p`. */
export const LETTERS = { a: 'accept', d: 'downgrade', f: 'flag', r: 'reject' } as const satisfies Record<
  string,
  LevelAction
>

/**
 * The levels as the preference writes them: a letter for the first party and one for third parties, for no policy,
 * no consent, implicit and explicit consent in turn. A fourth level is any such eight letters.
 */
export const NETSCAPE_SETTINGS = { low: 'afafaaaa', medium: 'ffffaaaa', high: 'frfradaa' } as const

export const NETSCAPE_LEVELS = ['low', 'medium', 'high'] as const
export type NetscapeLevel = (typeof NETSCAPE_LEVELS)[number]

const SETTING = /^[adfr]{8}$/

/** The eight letters of a level, or of a setting given as such; null for anything else. */
export function settingOf(level: string): string | null {
  const named = NETSCAPE_LEVELS.find(name => name === level)
  return named !== undefined ? NETSCAPE_SETTINGS[named] : SETTING.test(level) ? level : null
}
