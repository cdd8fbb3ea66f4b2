import { keptWithoutChoice } from '../../compile/index.ts'
import type { ConsentTerm, Observation, State } from '../../model/index.ts'
import type { Context } from './context.ts'
import { strange } from './difference.ts'
import type { SeenCookie } from './seen-cookies.ts'
import type { SeenStorage } from './seen-storage.ts'

/** Something declared that a visitor may refuse, as it was seen. */
export type Governed = {
  readonly name: string
  readonly identity: string
  readonly host: string | null
  readonly terms: readonly [ConsentTerm, ...ConsentTerm[]]
  readonly paths: readonly (readonly (string | number)[])[]
  readonly sightings: readonly Observation[]
} & ({ readonly kind: 'cookie' | 'recipient' } | { readonly kind: 'storage'; readonly area: SeenStorage['area'] })

/** Whether requests to a host, or to those below it, were seen in a state; for a cookie, with it. */
type Asked = (state: State, host: string, cookie: string | null) => boolean

function createAsked({ recipients }: Context): Asked {
  const known = new Map<string, boolean>()
  const find: Asked = (state, host, cookie) =>
    recipients.some(
      recipient =>
        (recipient.host === host || recipient.host.endsWith(`.${host}`)) &&
        recipient.sightings.some(
          seen => seen.state === state && (cookie === null || seen.cookies === null || seen.cookies.includes(cookie)),
        ),
    )
  return (state, host, cookie) => {
    const key = JSON.stringify([state, host, cookie])
    const found = known.get(key) ?? find(state, host, cookie)
    known.set(key, found)
    return found
  }
}

/** What another site left on the device earlier, and asks for no more, the site itself cannot take away. */
const lingers = (
  isAsked: Asked,
  { party, earlier, state }: { readonly party: string; readonly earlier: boolean; readonly state: State },
  at: { readonly host: string; readonly cookie: string | null },
): boolean => party === 'third' && earlier && !isAsked(state, at.host, at.cookie)

function governedCookie(
  context: Context,
  isAsked: Asked,
  { name, shape, host, sightings, declared }: SeenCookie,
): readonly Governed[] {
  if (declared === null || declared.practice === null) return []
  if (keptWithoutChoice(declared.practice, declared.cookie.uses)) return []
  const term = context.terms.get(declared.practice.id)
  if (term === undefined) return []
  return [
    {
      kind: 'cookie',
      name,
      identity: shape,
      host: strange(context, host),
      terms: [term],
      paths: [['cookies', declared.at]],
      sightings: sightings.filter(seen => !lingers(isAsked, seen, { host, cookie: seen.name })),
    },
  ]
}

function governedStorage(context: Context, isAsked: Asked, seen: SeenStorage): readonly Governed[] {
  const { area, key, shape, origin, sightings, declared } = seen
  if (declared === null || declared.practice === null) return []
  if (keptWithoutChoice(declared.practice, declared.storage.uses)) return []
  const term = context.terms.get(declared.practice.id)
  if (term === undefined) return []
  const host = hostOf(origin)
  return [
    {
      kind: 'storage',
      area,
      name: key,
      identity: shape,
      host: strange(context, host),
      terms: [term],
      paths: [['storage', declared.at]],
      sightings: sightings.filter(one => !lingers(isAsked, one, { host, cookie: null })),
    },
  ]
}

/** A host may be named by several practices: it may be asked as long as one of them may happen. */
const governedRecipients = ({ recipients, terms }: Context): readonly Governed[] =>
  recipients.flatMap(({ host, sightings, namedBy }) => {
    const [first, ...others] = namedBy.flatMap(({ practice }) => terms.get(practice.id) ?? [])
    if (first === undefined) return []
    const paths = namedBy.map(({ path }) => path)
    return [
      {
        kind: 'recipient' as const,
        name: host,
        identity: host,
        host,
        terms: [first, ...others] as const,
        paths,
        sightings,
      },
    ]
  })

/** The host of an origin; the origin itself where it has none, as that of a sandboxed frame. */
export function hostOf(origin: string): string {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/(\[[^\]]*\]|[^:/?#]*)/i.exec(origin) ?? []
  return host || origin
}

/** Everything seen that depends on what the visitor says. */
export function governedThings(context: Context): readonly Governed[] {
  const isAsked = createAsked(context)
  return [
    ...context.cookies.flatMap(cookie => governedCookie(context, isAsked, cookie)),
    ...context.storage.flatMap(storage => governedStorage(context, isAsked, storage)),
    ...governedRecipients(context),
  ]
}
