import type { BrowserProfile } from '../../cookies/profile.ts'
import { firefox } from './firefox.ts'

/** The same rules over a jar that is thrown away with the last private window. */
export const firefoxPrivate: BrowserProfile = { ...firefox, id: 'firefox-private', name: 'Firefox, private window' }
