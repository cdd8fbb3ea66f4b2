import type { LevelParty } from '../../../model/index.ts'

/** From the first dot on; `com` alone is no domain, there must be two dots. */
function domainOf(host: string): string | null {
  const domain = host.slice(Math.max(0, host.indexOf('.')))
  return domain.startsWith('.') && domain.indexOf('.', 1) > 0 ? domain : null
}

/** Hosts are one party if they are the same, or differ in their first label only (Mozilla 1.0 `cookie_SameDomain`). */
export function partyOf(host: string, top: string): LevelParty {
  const domain = domainOf(top)
  return host === top || (domain !== null && domainOf(host) === domain) ? 'first-party' : 'third-party'
}
