import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

const ENGINE = 'the same engine as Chrome'
const JARS = 'brave-core: cookie_settings_base.cc (ShouldUseEphemeralStorage), cookie_monster.cc'

/** Standard shields, for a host that is on none of its lists. */
export const brave: BrowserProfile = {
  id: 'brave',
  version: '1.90',
  evidence: 'source',
  rules: { ...CHROMIUM, firstPartyBy: 'topOnly', thirdParty: 'ephemeral', cap: { header: 180, script: 7 } },
  sources: {
    dialect: { by: 'source', where: ENGINE },
    limits: { by: 'source', where: ENGINE },
    newValueIsNew: { by: 'source', where: ENGINE },
    firstPartyBy: { by: 'source', where: JARS },
    thirdParty: { by: 'source', where: JARS },
    cap: {
      by: 'source',
      where: "brave-core: canonical_cookie.cc (180 days); Blink's cookie code for scripts (7 days)",
    },
  },
}
