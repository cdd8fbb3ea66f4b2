import { matchPieces } from '../../model/index.ts'
import { unescapeUri } from './unescape-uri.ts'

/**
 * P3P 1.0, 2.3.2.1.2: `*` is any sequence of characters, none included, and nothing else is special; a literal one is
 * `%2A`. So first the wildcards are found, then the escapes are undone, on either side, and then it is compared.
 */
export const matchEscaped = (pattern: string, text: string): boolean =>
  matchPieces(pattern.split('*').map(unescapeUri), unescapeUri(text))
