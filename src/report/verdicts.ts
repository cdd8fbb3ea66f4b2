import {
  BROWSER_IDS,
  type CookieSource,
  doesAsWished,
  judgeEverywhere,
  repairCookie,
  standardQuestions,
  treatmentOf,
  wishFor,
} from '../judge/cookies/index.ts'
import {
  type CookieObservation,
  type CookieRepair,
  type CookieSetting,
  type CookieTreatment,
  groupAlike,
  type SiteObservation,
} from '../model/index.ts'
import { inOrder } from './differences/in-order.ts'
import { ofKind } from './differences/seen-things.ts'
import { shapeOf } from './differences/shape.ts'
import { type Known, type KnownCookies, whoIsCookie } from './known/index.ts'

/** A cookie that was seen, with what each of today's browsers does with it. */
export interface SeenCookieVerdict {
  readonly name: string
  readonly host: string
  readonly path: string
  readonly party: CookieObservation['party']
  /** The line that is judged, as it was written, or put together from what was seen. */
  readonly line: string
  readonly set: CookieSetting
  /** By the browser's id. */
  readonly treatments: Readonly<Record<string, CookieTreatment>>
  /** What would let more browsers do what such a cookie is for; empty where all do. */
  readonly repairs: readonly CookieRepair[]
  readonly known: Known | null
}

/** Searching repairs takes milliseconds each; who sets more cookies than this has other troubles. */
const MOST_REPAIRED = 200

const DAY = 86_400

/** The line, as far as the jar tells it. */
function lineOf(seen: CookieObservation): string {
  const { name, host, hostOnly, path, lifetime, secure, httpOnly, sameSite, partitioned } = seen
  return [
    `${name}=x`,
    ...(hostOnly ? [] : [`Domain=${host}`]),
    `Path=${path}`,
    ...(lifetime === 'session' ? [] : [`Max-Age=${Math.round(lifetime * DAY)}`]),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(sameSite === null ? [] : [`SameSite=${sameSite}`]),
    ...(partitioned ? ['Partitioned'] : []),
  ].join('; ')
}

/** Where it was set, as far as that was seen. */
function settingOf({ setting, host, path, secure, page, party, via }: CookieObservation): CookieSetting {
  if (setting !== null) return setting
  const scheme = secure || page.startsWith('https:') ? 'https' : 'http'
  const url = `${scheme}://${host}${path.startsWith('/') ? path : '/'}`
  return {
    via: via === 'script' ? 'script' : 'header',
    url,
    top: party === 'first' ? url : page,
    ancestors: [],
    method: 'GET',
    navigation: party === 'first',
  }
}

/** The sighting that tells most: with its line, at its setting. */
const fullest = (sightings: readonly [CookieObservation, ...CookieObservation[]]): CookieObservation =>
  sightings.find(({ written, setting }) => written !== null && setting !== null) ??
  sightings.find(({ earlier }) => !earlier) ??
  sightings[0]

function verdictOf(
  seen: CookieObservation,
  at: { readonly now: string; readonly repair: boolean; readonly others: KnownCookies },
): SeenCookieVerdict {
  const { name, host, path, party, written } = seen
  const set = settingOf(seen)
  const source: CookieSource = { cookie: written ?? lineOf(seen), now: at.now, set }
  const verdicts = judgeEverywhere({ ...source, id: name, ask: standardQuestions(set) })
  const wish = wishFor(set, verdicts)
  const fine = verdicts.every(verdict => doesAsWished(verdict, wish))
  return {
    name,
    host,
    path,
    party,
    line: source.cookie,
    set,
    treatments: Object.fromEntries(verdicts.map((verdict, index) => [BROWSER_IDS[index], treatmentOf(verdict)])),
    repairs: fine || !at.repair ? [] : repairCookie(source, wish),
    known: whoIsCookie(name, host, at.others),
  }
}

const isDeletion = ({ fate, lifetime }: CookieObservation): boolean =>
  fate === 'gone' && lifetime !== 'session' && lifetime <= 0

/** Each cookie that a site sets or tries to set, once, before all browsers, at the time the site was looked at. */
export function judgeSeenCookies(site: SiteObservation, others: KnownCookies = []): readonly SeenCookieVerdict[] {
  const cookies = ofKind(inOrder(site.observations), 'cookie').filter(seen => !isDeletion(seen))
  const groups = groupAlike(cookies, ({ name, host, path }) => JSON.stringify([shapeOf(name), host, path]))
  return groups.map((sightings, index) =>
    verdictOf(fullest(sightings), { now: site.began, repair: index < MOST_REPAIRED, others }),
  )
}
