import type { CookieInput } from './cookie-input.ts'
import { EMPTY } from './examples.ts'

/** The fields as a link holds them: what is as it always is, is left out. */
export const toLink = ({ line, url, embedded, top, script }: CookieInput): Readonly<Record<string, string>> => ({
  cookie: line,
  at: url,
  ...(embedded ? { top } : {}),
  ...(script ? { via: 'script' } : {}),
})

/** The fields that a link holds. */
export const fromLink = (link: URLSearchParams): CookieInput => ({
  line: link.get('cookie') ?? EMPTY.line,
  url: link.get('at') ?? EMPTY.url,
  embedded: link.has('top'),
  top: link.get('top') ?? EMPTY.top,
  script: link.get('via') === 'script',
})
