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

/** Whether a cookie would stand before another of its name: RFC 6265bis section 5.7. */
const standsBefore = (fresh: KeptCookie, old: KeptCookie): boolean =>
  old.name === fresh.name &&
  sameJar(old, fresh) &&
  onPath(old.path, fresh.path) &&
  (inScope({ domain: fresh.domain, hostOnly: false }, old.domain) ||
    inScope({ domain: old.domain, hostOnly: false }, fresh.domain))

type Order = (a: Kept, b: Kept) => number

/** RFC 6265bis section 5.8.3: longer paths first, then what was set earlier. */
const sendingOrder =
  ({ domainsFirst }: CookieRules): Order =>
  ({ cookie: a }, { cookie: b }) =>
    b.path.length - a.path.length ||
    (domainsFirst ? Number(a.hostOnly) - Number(b.hostOnly) : 0) ||
    a.createdAt - b.createdAt

/** An empty jar of a browser. */
export function createJar(rules: CookieRules): Jar {
  let kept: readonly Kept[] = []
  const guarded = rules.guardsAround ? standsBefore : isSame
  const inOrder = sendingOrder(rules)

  /** Why the jar, as it is, does not take the cookie, nor lets it delete another. */
  function refusal(fresh: KeptCookie, { place, via }: Setting): SettingRule | null {
    const secure = place.url.encrypted || (place.url.loopback && rules.trustsLoopback)
    if (!secure && !fresh.secure && kept.some(({ cookie: old }) => old.secure && guarded(fresh, old)))
      return 'secure-overlay'
    const hidden = kept.some(({ cookie }) => cookie.httpOnly && isSame(cookie, fresh))
    return via === 'script' && hidden ? 'httponly-from-script' : null
  }

  function makeRoom(fresh: KeptCookie): readonly KeptCookie[] {
    if (rules.limits === null) return []
    const crowd = kept.filter(({ cookie }) => cookie.site === fresh.site && sameJar(cookie, fresh))
    const gone = new Set(crowdedOut(crowd, fresh, rules.limits))
    if (gone.size > 0) kept = kept.filter(one => !gone.has(one))
    return [...gone].map(({ cookie }) => cookie)
  }

  return {
    set: (line, setting) => {
      const settled = settleLine(line, setting, rules)
      kept = kept.filter(({ cookie }) => cookie.expiresAt === null || cookie.expiresAt > setting.now)
      const { cookie, deletes } = settled
      const fresh = cookie ?? deletes
      if (fresh === undefined) return { ...settled, gone: [] }
      const refused = refusal(fresh, setting)
      if (refused !== null) return { stored: false, rule: refused, cookie: null, gone: [] }
      const old = kept.find(one => isSame(one.cookie, fresh))
      kept = kept.filter(one => one !== old)
      if (cookie === null) return { ...settled, gone: [] }
      const isNew = old === undefined || (rules.newValueIsNew && old.cookie.value !== cookie.value)
      const one = isNew ? cookie : { ...cookie, createdAt: old.cookie.createdAt }
      kept = [...kept, { cookie: one, accessed: setting.now }]
      return { ...settled, gone: makeRoom(one) }
    },
    send: request => {
      const sent = kept.filter(({ cookie }) => decideSending(cookie, request, rules) === 'sent').sort(inOrder)
      const going = new Set(sent)
      kept = kept.map(one => (going.has(one) ? { ...one, accessed: request.now } : one))
      return sent.map(({ cookie }) => cookie)
    },
    cookies: () => kept.map(({ cookie }) => cookie),
  }
}
