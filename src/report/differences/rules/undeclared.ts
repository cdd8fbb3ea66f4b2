import type { CookieObservation, ScriptPlace } from '../../../model/index.ts'
import { whoIsHost } from '../../known/index.ts'
import type { Context } from '../context.ts'
import { type DifferenceRule, difference, shortUrl, strange } from '../difference.ts'
import { hostOf } from '../governed.ts'
import type { SeenCookie } from '../seen-cookies.ts'
import { subject } from '../subject.ts'

const place = ({ url, line }: Pick<ScriptPlace, 'url' | 'line'>): string =>
  line === null ? shortUrl(url) : `${shortUrl(url)}:${line}`

/** The sighting that tells most of who set it. */
const tellingMost = ({ sightings }: SeenCookie): CookieObservation =>
  sightings.find(({ source, earlier }) => source !== null && !earlier) ??
  sightings.find(({ source }) => source !== null) ??
  sightings[0]

/** Where the declaration has a cookie of this name, but not for where it was seen. */
function declaredElsewhere({ policy }: Context, { name }: SeenCookie): string {
  const found = policy.cookies.find(cookie => cookie.name === name)
  return found === undefined ? 'none' : `${found.host}${found.path}`
}

export const cookieUndeclared: DifferenceRule = context =>
  context.cookies
    .filter(({ declared, misplaced }) => declared === null && misplaced === null)
    .map(cookie => {
      const { name, shape, host, sightings } = cookie
      const { via, source, line } = tellingMost(cookie)
      return difference({
        code: 'cookie-undeclared',
        data: {
          name,
          host,
          via,
          by: source === null ? 'none' : place({ url: source, line }),
          near: declaredElsewhere(context, cookie),
        },
        subject: subject.cookie(name),
        identity: subject.cookie(shape),
        host: strange(context, host),
        paths: [['cookies'], ['practices']],
        evidence: sightings,
      })
    })

export const storageUndeclared: DifferenceRule = context =>
  context.storage
    .filter(({ declared }) => declared === null)
    .map(({ area, key, shape, origin, sightings }) =>
      difference({
        code: 'storage-undeclared',
        data: { area, key, origin },
        subject: subject.storage(area, key),
        identity: subject.storage(area, shape),
        host: strange(context, hostOf(origin)),
        paths: [['storage'], ['cookies'], ['practices']],
        evidence: sightings,
      }),
    )

export const recipientUndeclared: DifferenceRule = ({ recipients }) =>
  recipients
    .filter(({ namedBy }) => namedBy.length === 0)
    .map(({ host, sightings }) => {
      const identifiers = [...new Set(sightings.flatMap(seen => seen.identifiers))].sort()
      return difference({
        code: 'recipient-undeclared',
        data: {
          host,
          who: whoIsHost(host)?.who ?? 'none',
          identifiers: identifiers.length === 0 ? 'none' : identifiers.join(', '),
        },
        subject: subject.recipient(host),
        host,
        paths: [['practices']],
        evidence: sightings,
      })
    })
