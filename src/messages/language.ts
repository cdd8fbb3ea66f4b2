import { LANGUAGES } from './compiled/index.ts'

/** A language Candor speaks. */
export type Language = (typeof LANGUAGES)[number]

/** All of them, English first: it is for whoever asks for none. */
export const SPOKEN: readonly [Language, ...Language[]] = ['en', ...LANGUAGES.filter(tag => tag !== 'en')]

export const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag)

/**
 * The offered language that suits an `Accept-Language` value best (RFC 4647 lookup: `bg-BG` finds `bg`);
 * the first offered where none does.
 */
export function negotiateLanguage<L extends string>(
  accept: string | null | undefined,
  offered: readonly [L, ...L[]],
): L {
  const wishes = (accept ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters
        .map(parameter => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1])
        .find(value => value !== undefined)
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q), order }
    })
    .filter(wish => wish.tag !== '' && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { tag } of wishes) {
    if (tag === '*') return offered[0]
    for (let range = tag; range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
      const found = offered.find(language => language.toLowerCase() === range)
      if (found !== undefined) return found
    }
  }
  return offered[0]
}
