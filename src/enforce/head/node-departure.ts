import type { IncomingMessage, ServerResponse } from 'node:http'
import { cacheControlOf, type Given } from './given-headers.ts'
import type { Departing } from './head-keeper.ts'

/**
 * A header of the request, from the list as it came: `headers` would be made for this alone, on servers that read none.
 * RFC 9113, 8.2.3: HTTP/2 may send one `Cookie` in pieces.
 */
function rawHeader({ rawHeaders }: IncomingMessage, wanted: string): string | null {
  let value: string | null = null
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (name.length !== wanted.length || name.toLowerCase() !== wanted) continue
    const found = rawHeaders[at + 1] as string
    value = value === null ? found : `${value}; ${found}`
  }
  return value
}

/** Express rewrites `url` below the routers it is mounted at. */
type MaybeMounted = IncomingMessage & { readonly originalUrl?: string }

/** Nothing of it is read before it is asked for: most responses set no cookie, and most visitors send none. */
export class NodeDeparture implements Departing {
  readonly setCookies: readonly string[]
  readonly https: boolean
  private readonly response: ServerResponse
  private readonly given: Given

  constructor(response: ServerResponse, given: Given, { setCookies, https }: Pick<Departing, 'setCookies' | 'https'>) {
    this.response = response
    this.given = given
    this.setCookies = setCookies
    this.https = https
  }

  get host(): string {
    return rawHeader(this.response.req, 'host') ?? rawHeader(this.response.req, ':authority') ?? ''
  }

  get path(): string {
    const { originalUrl, url } = this.response.req as MaybeMounted
    return originalUrl ?? url ?? '/'
  }

  get cookieHeader(): string | null {
    return rawHeader(this.response.req, 'cookie')
  }

  get secGpc(): string | null {
    return rawHeader(this.response.req, 'sec-gpc')
  }

  get cacheControl(): string | null {
    return cacheControlOf(this.response, this.given)
  }
}
