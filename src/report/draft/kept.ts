import { type Drafting, type DraftTable, isCookiePath, sayDuration, table } from '../../declare/drafting/index.ts'
import { report } from '../../messages/index.ts'
import { groupAlike } from '../../model/index.ts'
import type { SeenCookie } from '../differences/seen-cookies.ts'
import type { SeenStorage } from '../differences/seen-storage.ts'
import type { SeenThings } from '../differences/seen-things.ts'
import type { Grouped } from './group.ts'
import { declaredName } from './names.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** The first of these that it has two of is told, and never less than was seen; a moment more is the clock's. */
const SIZES = [DAY, HOUR, MINUTE] as const
const MOMENT = 30
/** A hundred years: no browser keeps more. */
const LONGEST_DAYS = 36_500

/** The longest life it was seen with, as a declaration says it. */
function lifetimeOf({ sightings }: SeenCookie): string {
  const days = sightings.map(({ lifetime }) => (lifetime === 'session' ? 0 : lifetime))
  const seconds = Math.min(Math.max(...days), LONGEST_DAYS) * DAY
  if (!(seconds > 0)) return 'session'
  const size = SIZES.find(one => seconds >= 2 * one) ?? 1
  return sayDuration(Math.max(1, Math.ceil((seconds - MOMENT) / size)) * size)
}

const once = (entries: readonly DraftTable[], keys: readonly string[]): readonly DraftTable[] =>
  groupAlike(entries, entry => JSON.stringify(keys.map(key => entry[key] ?? null))).map(([first]) => first)

function cookieEntry(cookie: SeenCookie, { things, grouped, drafting }: Drafted): readonly DraftTable[] {
  const [{ hostOnly, path, party, name: seenName }] = cookie.sightings
  const known = grouped.knownCookie(cookie)
  const pattern = known?.name.includes('*') === true && known.name.length > 2 ? known.name : cookie.shape
  const name = declaredName(seenName, pattern)
  if (name === null) return []
  const host = hostOnly ? cookie.host : `.${cookie.host}`
  const use = grouped.useOfCookie(cookie)
  return [
    table({
      name,
      host: host === things.addresses.own ? undefined : host,
      path: path !== '/' && isCookiePath(path) ? path : undefined,
      lifetime: lifetimeOf(cookie),
      party: party === 'third' ? party : undefined,
      'set-by': known?.asks === true ? known.who : undefined,
      practice: use ?? drafting.ask('ask.practice'),
      purpose: use === null ? undefined : report[drafting.language][`use.${use}`],
    }),
  ]
}

function storageEntry(entry: SeenStorage, { things, grouped, drafting }: Drafted): readonly DraftTable[] {
  const { area, key, shape, origin } = entry
  const name = declaredName(key, shape) ?? '*'
  const use = grouped.useOfStorage(entry)
  const own = URL.canParse(origin) && new URL(origin).hostname === things.addresses.own
  if (!own && !/^https?:\/\/[^/]+$/.test(origin)) return []
  return [
    table({
      area,
      key: name,
      origin: own ? undefined : origin,
      lifetime: area === 'session' ? 'session' : undefined,
      practice: use ?? drafting.ask('ask.practice-storage'),
    }),
  ]
}

export interface Drafted {
  readonly things: SeenThings
  readonly grouped: Grouped
  readonly drafting: Drafting
}

export const draftCookies = (drafted: Drafted): readonly DraftTable[] =>
  once(
    drafted.things.cookies.flatMap(cookie => cookieEntry(cookie, drafted)),
    ['name', 'host', 'path'],
  )

export const draftStorage = (drafted: Drafted): readonly DraftTable[] =>
  once(
    drafted.things.storage.flatMap(entry => storageEntry(entry, drafted)),
    ['area', 'key', 'origin'],
  )
