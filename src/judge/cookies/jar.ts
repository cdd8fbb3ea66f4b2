import { crowdedOut, type Kept } from './crowd.ts'
import type { CookieRules } from './profile.ts'
import type { SettingRule } from './rules.ts'
import { inScope, onPath } from './scope.ts'
import { decideSending, type Request } from './send.ts'
import { type KeptCookie, type Setting, type Settled, settleLine } from './settle.ts'

/** What became of a setting, and which other cookies had to go for it. */
export interface JarAnswer extends Settled {
  readonly gone: readonly KeptCookie[]
}

/** A browser's cookies over many settings and requests, which come in the order of time. */
export interface Jar {
  readonly set: (line: string, setting: Setting) => JarAnswer
  /** What goes along, in the order of the `Cookie` header. */
  readonly send: (request: Request) => readonly KeptCookie[]
  readonly cookies: () => readonly KeptCookie[]
}

const sameJar = ({ partition: a }: KeptCookie, { partition: b }: KeptCookie): boolean =>
  a === b || (a !== null && b !== null && a.site === b.site && a.foreign === b.foreign)

/** RFC 6265bis section 5.7: the cookie that a new one takes the place of. */
const isSame = (a: KeptCookie, b: KeptCookie): boolean =>
  a.name === b.name && a.domain === b.domain && a.hostOnly === b.hostOnly && a.path === b.path && sameJar(a, b)

/** RFC 6265bis section 5.7: an unencrypted setting must not stand before a Secure cookie. */
const overlays = (fresh: KeptCookie, old: KeptCookie): boolean =>
  old.secure &&
  old.name === fresh.name &&
  sameJar(old, fresh) &&
  onPath(old.path, fresh.path) &&
  (inScope({ domain: fresh.domain, hostOnly: false }, old.domain) ||
    inScope({ domain: old.domain, hostOnly: false }, fresh.domain))

/** RFC 6265bis section 5.8.3: longer paths first, then what was set earlier. */
const inSendingOrder = (a: Kept, b: Kept): number =>
  b.cookie.path.length - a.cookie.path.length || a.cookie.createdAt - b.cookie.createdAt

/** An empty jar of a browser. */
export function createJar(rules: CookieRules): Jar {
  let kept: readonly Kept[] = []

  /** Why the jar, as it is, does not take the cookie. */
  function refusal(fresh: KeptCookie, { place, via }: Setting): SettingRule | null {
    const secure = place.url.encrypted || (place.url.loopback && rules.trustsLoopback)
    if (!secure && !fresh.secure && kept.some(({ cookie }) => overlays(fresh, cookie))) return 'secure-overlay'
    const hidden = kept.some(({ cookie }) => cookie.httpOnly && isSame(cookie, fresh))
    return via === 'script' && hidden ? 'httponly-from-script' : null
  }

  function makeRoom(fresh: KeptCookie): readonly KeptCookie[] {
    if (rules.limits === null) return []
    const crowd = kept.filter(({ cookie }) => cookie.site === fresh.site && sameJar(cookie, fresh))
    const gone = new Set(crowdedOut(crowd, rules.limits))
    if (gone.size > 0) kept = kept.filter(one => !gone.has(one))
    return [...gone].map(({ cookie }) => cookie)
  }

  return {
    set: (line, setting) => {
      const settled = settleLine(line, setting, rules)
      kept = kept.filter(({ cookie }) => cookie.expiresAt === null || cookie.expiresAt > setting.now)
      const { cookie, deletes } = settled
      if (deletes !== undefined) kept = kept.filter(one => !isSame(one.cookie, deletes))
      if (cookie === null) return { ...settled, gone: [] }
      const refused = refusal(cookie, setting)
      if (refused !== null) return { stored: false, rule: refused, cookie: null, gone: [] }
      const old = kept.find(one => isSame(one.cookie, cookie))
      const createdAt = old?.cookie.createdAt ?? cookie.createdAt
      kept = [...kept.filter(one => one !== old), { cookie: { ...cookie, createdAt }, accessed: setting.now }]
      return { ...settled, gone: makeRoom(cookie) }
    },
    send: request => {
      const sent = kept.filter(({ cookie }) => decideSending(cookie, request, rules) === 'sent').sort(inSendingOrder)
      const going = new Set(sent)
      kept = kept.map(one => (going.has(one) ? { ...one, accessed: request.now } : one))
      return sent.map(({ cookie }) => cookie)
    },
    cookies: () => kept.map(({ cookie }) => cookie),
  }
}
