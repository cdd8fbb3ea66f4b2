/** Texts by the numbers of their characters: the same order in every language. */
export const byCharacters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
