import { isKeyName } from '../differences/key-name.ts'
import type { SeenCookie } from '../differences/seen-cookies.ts'
import type { SeenRecipient } from '../differences/seen-recipients.ts'
import type { SeenStorage } from '../differences/seen-storage.ts'
import type { SeenThings } from '../differences/seen-things.ts'
import {
  KNOWN_USE_IDS,
  type Known,
  type KnownCookies,
  type KnownUseId,
  whoIsCookie,
  whoIsHost,
} from '../known/index.ts'

/** What was seen of one trade. */
export interface UseGroup {
  readonly use: KnownUseId
  readonly cookies: readonly SeenCookie[]
  readonly storage: readonly SeenStorage[]
  readonly hosts: readonly { readonly host: string; readonly who: string }[]
}

/** What was seen, sorted by what is known of it. */
export interface Grouped {
  readonly groups: readonly UseGroup[]
  /** Hosts of which nothing is known. */
  readonly strangers: readonly string[]
  readonly useOfCookie: (cookie: SeenCookie) => KnownUseId | null
  readonly useOfStorage: (entry: SeenStorage) => KnownUseId | null
  readonly knownCookie: (cookie: SeenCookie) => Known | null
}

export function groupThings({ cookies, storage, recipients }: SeenThings, others: KnownCookies): Grouped {
  const knownCookie = ({ sightings: [{ name }], host }: SeenCookie) => whoIsCookie(name, host, others)
  const useOfCookie = (cookie: SeenCookie): KnownUseId | null =>
    knownCookie(cookie)?.use ?? (isKeyName(cookie.name) ? 'session' : (whoIsHost(cookie.host)?.use ?? null))
  const useOfStorage = ({ key }: SeenStorage): KnownUseId | null => whoIsCookie(key, null, others)?.use ?? null
  const trade = ({ host }: SeenRecipient) => whoIsHost(host)
  const groups = KNOWN_USE_IDS.map(use => ({
    use,
    cookies: cookies.filter(cookie => useOfCookie(cookie) === use),
    storage: storage.filter(entry => useOfStorage(entry) === use),
    hosts: recipients.flatMap(recipient => {
      const found = trade(recipient)
      return found?.use === use ? [{ host: recipient.host, who: found.who }] : []
    }),
  }))
  return {
    groups: groups.filter(group => group.cookies.length + group.storage.length + group.hosts.length > 0),
    strangers: recipients.filter(recipient => trade(recipient) === null).map(({ host }) => host),
    useOfCookie,
    useOfStorage,
    knownCookie,
  }
}
