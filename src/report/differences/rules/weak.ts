import type { CookieObservation } from '../../../model/index.ts'
import { whoIsCookie } from '../../known/index.ts'
import { type DifferenceRule, difference, strange } from '../difference.ts'
import { isKeyName, isNoKeyName } from '../key-name.ts'
import type { SeenCookie } from '../seen-cookies.ts'
import { subject } from '../subject.ts'

/** Words with which a declaration says that a cookie keeps somebody logged in. */
const KEY_WORDS =
  /\b(?:logged? ?in|login|sign(?:s|ed)? ?in|session (?:id|key|of the user)|authenticat)|вписан|влязъл|вход|удостоверя/iu

function isKey({ name, declared }: SeenCookie): boolean {
  if (isNoKeyName(name) || whoIsCookie(name, null)?.purposes.some(purpose => purpose !== 'current')) return false
  const said = Object.values(declared?.cookie.purpose ?? {})
  return isKeyName(name) || said.some(text => KEY_WORDS.test(text))
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
