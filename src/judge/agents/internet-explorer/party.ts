import { getDomain } from 'tldts'
import type { LevelParty } from '../../../model/index.ts'

/** The host itself where it has no registrable domain: an address, or a name of one label. */
const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: false }) ?? host

/** Hosts of one registrable domain are one party. */
export const partyOf = (host: string, top: string): LevelParty =>
  host === top || siteOf(host) === siteOf(top) ? 'first-party' : 'third-party'
