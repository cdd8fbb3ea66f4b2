import type { CookieObservation } from '../../../model/index.ts'
import { whoIsCookie } from '../../known/index.ts'
import { type DifferenceRule, difference, strange } from '../difference.ts'
import type { SeenCookie } from '../seen-cookies.ts'
import { subject } from '../subject.ts'

/** Names by which servers know again who is logged in. */
const KEY_NAME =
  /(?:^|[^a-z])(?:s(?:ess(?:ion)?)?[-_.]?id|sess(?:ion)?|php-?sessid|jsessionid|asp\.net_sessionid|aspsessionid[a-z]*|cfid|cftoken|auth(?:n|orization|entication)?|jwt|token|access[-_]?token|refresh[-_]?token|id[-_]?token|remember(?:[-_]?me)?|login|logged[-_]?in|sso|sid)(?:$|[^a-z])/i

/** Tokens against forged requests are there to be read by the page's own script; choices and counts are no keys. */
const NO_KEY = /csrf|xsrf|consent|locale|lang|theme|count|analytics|visit|track/i

/** Words with which a declaration says that a cookie keeps somebody logged in. */
const KEY_WORDS =
  /\b(?:logged? ?in|login|sign(?:s|ed)? ?in|session (?:id|key|of the user)|authenticat)|вписан|влязъл|вход|удостоверя/iu

/** camelCase and letters grown together, taken apart: `sessionId`, `userToken`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2')

function isKey({ name, declared }: SeenCookie): boolean {
  if (NO_KEY.test(name) || whoIsCookie(name, null)?.purposes.some(purpose => purpose !== 'current')) return false
  const said = Object.values(declared?.cookie.purpose ?? {})
  return KEY_NAME.test(words(name)) || said.some(text => KEY_WORDS.test(text))
}

const isEncrypted = ({ page, setting }: CookieObservation): boolean => /^https:/i.test(setting?.url ?? page)

/** Attributes that keep a key from thieves: from the open network, from scripts, from other sites' requests. */
const lacks = (seen: CookieObservation): readonly string[] => [
  ...(!seen.secure && isEncrypted(seen) ? ['Secure'] : []),
  ...(seen.httpOnly ? [] : ['HttpOnly']),
  ...(seen.sameSite === null ? ['SameSite'] : []),
]

/** The site's own keys to a session that are less guarded than they could be. */
export const weak: DifferenceRule = context =>
  context.cookies.filter(isKey).flatMap(({ name, shape, host, sightings, declared }) => {
    const evidence = sightings.filter(seen => seen.party === 'first' && lacks(seen).length > 0)
    const [first] = evidence
    if (first === undefined) return []
    const missing = new Set(evidence.flatMap(lacks))
    return [
      difference({
        code: 'cookie-weak',
        data: {
          name,
          missing: ['Secure', 'HttpOnly', 'SameSite'].filter(attribute => missing.has(attribute)).join(', '),
          via: evidence.some(({ via }) => via === 'script') ? 'script' : first.via,
        },
        subject: subject.cookie(name),
        identity: subject.cookie(shape),
        host: strange(context, host),
        paths: declared === null ? [['cookies'], ['practices']] : [['cookies', declared.at]],
        evidence,
      }),
    ]
  })
