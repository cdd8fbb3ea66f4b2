import type { CookieSighting } from '../collect/cookies.ts'
import { type CookieOrigin, jarKey, type RecordedDocument, storageKey } from '../collect/page-record.ts'
import type { StoredCookie } from '../drivers/driver.ts'

const MOST = 20_000

/** What a browser remembers from page to page, as far as it is asked where it came from: never more than its jar holds. */
export interface Memory {
  readonly known: ReadonlyMap<string, CookieOrigin>
  readonly kept: ReadonlySet<string>
  readonly learn: (
    jar: readonly StoredCookie[],
    cookies: readonly CookieSighting[],
    documents: readonly RecordedDocument[],
  ) => void
}

export function createMemory(): Memory {
  let known = new Map<string, CookieOrigin>()
  const kept = new Set<string>()
  return {
    get known() {
      return known
    },
    kept,
    learn: (jar, cookies, documents) => {
      const seen = new Map(
        cookies.filter(({ fate }) => fate === 'kept').map(cookie => [jarKey(cookie), cookie] as const),
      )
      known = new Map(
        jar.slice(0, MOST).flatMap(cookie => {
          const key = jarKey(cookie)
          const origin = seen.get(key) ?? known.get(key)
          if (origin === undefined) return []
          const { via, source, line, column, frame, written, setting, lifetime } = origin
          return [[key, { via, source, line, column, frame, written, setting, lifetime }] as const]
        }),
      )
      for (const { storage } of documents) for (const item of storage) if (kept.size < MOST) kept.add(storageKey(item))
    },
  }
}
