import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

export const chrome: BrowserProfile = { ...CHROMIUM, id: 'chrome', name: 'Chrome', version: '156' }
