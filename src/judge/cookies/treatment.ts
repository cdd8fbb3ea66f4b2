import type { CookieOutcome, CookieTreatment } from '../../model/index.ts'
import type { BrowserVerdict } from './judge-case.ts'
import type { SettingRule } from './rules.ts'

/** A kept cookie's outcome where it is not simply kept. A `Partitioned` cookie of the page's own site is. */
function keptOutcome({ rule, partition, data }: BrowserVerdict): CookieOutcome {
  const decided = rule as SettingRule
  if (decided === 'kept-shortened') return 'shortened'
  if (decided === 'kept-ephemeral') return 'passing'
  return partition !== null && partition !== data['site'] ? 'per-site' : 'kept'
}

/** What a browser's verdict comes down to. */
export function treatmentOf(verdict: BrowserVerdict): CookieTreatment {
  const { stored, expires, rule, data } = verdict
  if (stored === null) return { outcome: 'not-known', days: null, rule, data }
  if (!stored) return { outcome: 'refused', days: null, rule, data }
  return { outcome: keptOutcome(verdict), days: expires, rule, data }
}
