import type { IncomingMessage } from 'node:http'

/** Express rewrites `url` below the routers it is mounted at. */
type MaybeMounted = IncomingMessage & { readonly originalUrl?: string }

/** What was asked for: a path, with its query. */
export const pathOf = ({ originalUrl, url }: MaybeMounted): string => originalUrl ?? url ?? '/'

/** The headers as the standard has them. RFC 9113, 8.3: what HTTP/2 says of the request itself is none. */
export function webHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (!name.startsWith(':')) headers.append(name, rawHeaders[at + 1] as string)
  }
  return headers
}
