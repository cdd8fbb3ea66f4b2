/** Of the page that a visitor comes from. */
const LONGEST = 2000

/** Of the page of choices, whose address holds another path, each of its characters written as three at worst. */
export const LONGEST_NESTED: number = 3 * LONGEST + 200

/** Where a path may lead is decided by how browsers read it, which take `\` for `/` and skip tabs and line ends. */
const NOWHERE = 'http://nowhere.invalid'

/** The path to go back to after a choice: one of this very origin, else the first page. */
export function returnPath(wanted: string | null, longest: number = LONGEST): string {
  if (wanted === null || wanted.length > longest || !wanted.startsWith('/')) return '/'
  try {
    const { origin, pathname, search } = new URL(wanted, NOWHERE)
    return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
  } catch {
    return '/'
  }
}
