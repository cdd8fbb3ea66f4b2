import { type DeclaredCookie, matchPattern, type Policy } from '../model/index.ts'

/** A cookie as it is set: its name, the host it is set for, its path. */
export interface CookieKey {
  readonly name: string
  readonly host: string
  readonly path: string
}

/** `.example.com` covers `example.com` and what is below it; without the dot it is that host alone. */
function coversHost(declared: string, host: string): boolean {
  const bare = host.toLowerCase().replace(/^\./, '')
  return declared.startsWith('.') ? `.${bare}`.endsWith(declared) : bare === declared
}

/** RFC 6265, 5.1.4: the path itself, or one below it. */
const coversPath = (declared: string, path: string): boolean =>
  path === declared || path.startsWith(declared.endsWith('/') ? declared : `${declared}/`)

/** An exact name before a pattern; then the longer name, host and path, each being the narrower one. */
const narrowestFirst = (a: DeclaredCookie, b: DeclaredCookie): number =>
  Number(a.pattern) - Number(b.pattern) ||
  b.name.length - a.name.length ||
  b.host.length - a.host.length ||
  b.path.length - a.path.length

/** The declared cookies that a cookie on a device can be, the one that fits it most closely first. */
export const cookiesMatching = (
  policy: Pick<Policy, 'cookies'>,
  { name, host, path }: CookieKey,
): readonly DeclaredCookie[] =>
  policy.cookies
    .filter(
      cookie =>
        (cookie.pattern ? matchPattern(cookie.name, name) : cookie.name === name) &&
        coversHost(cookie.host, host) &&
        coversPath(cookie.path, path),
    )
    .sort(narrowestFirst)
