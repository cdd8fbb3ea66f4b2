/** A cookie as it was set. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  /** The Domain attribute; null where there was none. */
  readonly domain: string | null
  /** The Path attribute; null where there was none. */
  readonly path: string | null
}

/** The cookie with what its attributes leave to the request that set it. */
export interface EffectiveCookie extends SetCookie {
  readonly path: string
  /** With a leading dot where there was a Domain attribute; else the host alone. */
  readonly domain: string
  readonly hostOnly: boolean
}

/** RFC 6265, 5.1.4: down to, but not including, the last slash. */
const defaultPath = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf('/')) || '/'

/** P3P 1.0, 2.3.2.7, with RFC 6265, 5.2.3 and 5.2.4. */
export function effectiveCookie({ name, value, domain, path }: SetCookie, url: URL): EffectiveCookie {
  const written = domain?.trim().toLowerCase() || null
  return {
    name,
    value,
    // An explicit Domain without the leading dot gets one.
    domain: written === null ? url.hostname : written.replace(/^\.?/, '.'),
    hostOnly: written === null,
    // A cookie without Path has the default path of the request, and is matched on that.
    path: path?.startsWith('/') ? path : defaultPath(url.pathname),
  }
}
