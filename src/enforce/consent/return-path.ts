const LONGEST = 2000

/** Where a path may lead is decided by how browsers read it, which take `\` for `/` and skip tabs and line ends. */
const NOWHERE = 'http://nowhere.invalid'

/** The path to go back to after a choice: one of this very origin, else the first page. */
export function returnPath(wanted: string | null): string {
  if (wanted === null || wanted.length > LONGEST || !wanted.startsWith('/')) return '/'
  try {
    const { origin, pathname, search } = new URL(wanted, NOWHERE)
    return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
  } catch {
    return '/'
  }
}
