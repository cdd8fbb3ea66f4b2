import { cover } from './cover.ts'

/** A cookie's text but for its name, `$`, and the host of its site, `@`. */
export interface CookieText {
  /** Unique among the cookies of one setting. */
  readonly name: string
  readonly line: (now: Date) => string
}

const DAY = 86_400_000
const inDays = (days: number) => (now: Date) => `Expires=${new Date(+now + days * DAY).toUTCString()}`
const plain = (text: string) => () => text

/** The cookies every table of cookie behaviour speaks of. */
export const BASIC = {
  bare: '$=1',
  secure: '$=1; Secure',
  lax: '$=1; SameSite=Lax',
  strict: '$=1; SameSite=Strict',
  none: '$=1; SameSite=None',
  'none-secure': '$=1; SameSite=None; Secure',
  'none-secure-partitioned': '$=1; SameSite=None; Secure; Partitioned',
  'secure-partitioned': '$=1; Secure; Partitioned',
  'lax-secure-partitioned': '$=1; SameSite=Lax; Secure; Partitioned',
  partitioned: '$=1; Partitioned',
  unknown: '$=1; SameSite=Whatever',
} as const

export const BASIC_COOKIES: readonly CookieText[] = Object.entries(BASIC).map(([name, line]) => ({
  name,
  line: plain(line),
}))

const DIMENSIONS = {
  sameSite: ['', 'SameSite=Lax', 'SameSite=Strict', 'SameSite=None', 'SameSite=Whatever', 'SameSite='],
  secure: ['', 'Secure'],
  partitioned: ['', 'Partitioned'],
  httpOnly: ['', 'HttpOnly'],
  domain: ['', 'Domain=@', 'Domain=.@', 'Domain=elsewhere.com'],
  path: ['', 'Path=/', 'Path=/in'],
  lifetime: [plain(''), plain('Max-Age=86400'), plain('Max-Age=43200000'), inDays(30), inDays(3650)],
} as const

const PREFIX_DIMENSIONS = {
  prefix: ['__Secure-', '__Host-', '__Http-', '__Host-Http-'],
  secure: ['', 'Secure'],
  domain: ['', 'Domain=@'],
  path: ['', 'Path=/', 'Path=/in'],
  httpOnly: ['', 'HttpOnly'],
  sameSite: ['', 'SameSite=Lax', 'SameSite=None'],
  partitioned: ['', 'Partitioned'],
} as const

const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join('; ')
const numbered = (kind: string, at: number) => `${kind}${String(at + 1).padStart(2, '0')}`

/** Every pair of attributes, and every SameSite with and without Secure and Partitioned. */
const varied = () =>
  cover(DIMENSIONS, [['sameSite', 'secure', 'partitioned']]).map(
    ({ sameSite, secure, partitioned, httpOnly, domain, path, lifetime }, at): CookieText => ({
      name: numbered('mix', at),
      line: now => joined(['$=1', sameSite, secure, partitioned, httpOnly, domain, path, lifetime(now)]),
    }),
  )

/** Every prefix with and without what it asks for. */
const prefixed = () =>
  cover(PREFIX_DIMENSIONS, [['prefix', 'secure', 'domain']]).map(
    ({ prefix, sameSite, secure, partitioned, httpOnly, domain, path }, at): CookieText => ({
      name: numbered('prefix', at),
      line: plain(joined([`${prefix}$=1`, sameSite, secure, partitioned, httpOnly, domain, path])),
    }),
  )

let kept: readonly CookieText[] | undefined

/** Found once, when they are first asked for: the search takes a moment. */
export function variedCookies(): readonly CookieText[] {
  kept ??= [...varied(), ...prefixed()]
  return kept
}
