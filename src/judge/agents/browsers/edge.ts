import type { BrowserProfile } from '../../cookies/profile.ts'
import { CHROMIUM } from './chromium.ts'

/** Balanced protection, for a host that is on none of its lists. */
export const edge: BrowserProfile = { ...CHROMIUM, id: 'edge', name: 'Edge', version: '151', evidence: 'documented' }
