import type { ServerResponse } from 'node:http'
import { cacheControlOf, type Given } from './given-headers.ts'
import type { Departing } from './head-keeper.ts'
import { pathOf } from './node-request.ts'

/** The headers of a request that tell who asks, and where. */
class Asked {
  host: string | null = null
  cookie: string | null = null
  secGpc: string | null = null

  /**
   * From the list as it came: `headers` would be made for this alone, on servers that read none. Told apart by their length
   * first, as most are of none of these lengths. RFC 9113: HTTP/2 has `:authority` for the host (8.3.1) and may send one
   * `Cookie` in pieces (8.2.3).
   */
  constructor(rawHeaders: readonly string[]) {
    for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
      const name = rawHeaders[at] as string
      const { length } = name
      if (length !== 4 && length !== 6 && length !== 7 && length !== 10) continue
      this.take(name === 'Cookie' ? 'cookie' : name.toLowerCase(), rawHeaders[at + 1] as string)
    }
  }

  private take(name: string, value: string): void {
    if (name === 'cookie') this.cookie = this.cookie === null ? value : `${this.cookie}; ${value}`
    else if (name === 'host' || name === ':authority') this.host ??= value
    else if (name === 'sec-gpc') this.secGpc ??= value
  }
}

/** A response, and the headers of who asked for it. */
export interface Watched {
  readonly response: ServerResponse
  readonly rawHeaders: readonly string[]
}

/** Nothing of it is read before it is asked for: most responses set no cookie, and most visitors send none. */
export class NodeDeparture implements Departing {
  readonly setCookies: readonly string[]
  readonly https: boolean
  private readonly watched: Watched
  private readonly given: Given
  private asked: Asked | undefined

  constructor(watched: Watched, given: Given, { setCookies, https }: Pick<Departing, 'setCookies' | 'https'>) {
    this.watched = watched
    this.given = given
    this.setCookies = setCookies
    this.https = https
  }

  private get request(): Asked {
    this.asked ??= new Asked(this.watched.rawHeaders)
    return this.asked
  }

  get host(): string {
    return this.request.host ?? ''
  }

  get path(): string {
    return pathOf(this.watched.response.req)
  }

  get cookieHeader(): string | null {
    return this.request.cookie
  }

  get secGpc(): string | null {
    return this.request.secGpc
  }

  get cacheControl(): string | null {
    return cacheControlOf(this.watched.response, this.given)
  }
}
