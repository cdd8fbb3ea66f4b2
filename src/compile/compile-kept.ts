import type { CookieDeclaration, StorageDeclaration } from '../declare/index.ts'
import type { CookieParty, DeclaredCookie, DeclaredStorage } from '../model/index.ts'
import { PURPOSES, type PurposeId } from '../vocabulary/index.ts'
import { idsInTableOrder } from './table-order.ts'

const usesInOrder = (uses: readonly PurposeId[] | null) => uses && idsInTableOrder(PURPOSES, uses)

/** A host is the site's own if it is above or below the site's, `www.` set aside. Sisters are for the author to say. */
function partyOf(host: string, siteHost: string): CookieParty {
  const bare = host.replace(/^\./, '')
  const own = siteHost.replace(/^www\./, '')
  return `.${bare}`.endsWith(`.${own}`) || `.${own}`.endsWith(`.${bare}`) ? 'first' : 'third'
}

export function compileCookie(cookie: CookieDeclaration, siteUrl: string): DeclaredCookie {
  const { hostname } = new URL(siteUrl)
  const host = cookie.host ?? hostname
  return {
    ...cookie,
    pattern: cookie.name.includes('*'),
    host,
    path: cookie.path ?? '/',
    party: cookie.party ?? partyOf(host, hostname),
    uses: usesInOrder(cookie.uses),
  }
}

export const compileStorage = (storage: StorageDeclaration, siteUrl: string): DeclaredStorage => ({
  ...storage,
  pattern: storage.key.includes('*'),
  origin: storage.origin ?? new URL(siteUrl).origin,
  uses: usesInOrder(storage.uses),
})
