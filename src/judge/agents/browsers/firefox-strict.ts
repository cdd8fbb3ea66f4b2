import type { BrowserProfile } from '../../cookies/profile.ts'
import { firefox } from './firefox.ts'

/** Strict differs by lists of trackers, not by what it does with a cookie. */
export const firefoxStrict: BrowserProfile = { ...firefox, id: 'firefox-strict', name: 'Firefox, strict protection' }
