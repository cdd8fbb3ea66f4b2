import { getDomain } from 'tldts'
import type { SeenParty } from '../../model/index.ts'

/** The registrable domain; the host itself where there is none. */
export const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '')

export const partyOf = (host: string, page: string): SeenParty =>
  siteOf(host) === siteOf(hostOf(page)) ? 'first' : 'third'
