import type { BrowserId } from '../judge/cookies/index.ts'
import type { BrowserMode } from '../observe/index.ts'

/** The judged browsers that can be run, and how. Edge, Brave and Safari have no free build to run here. */
export const LAB_AGENTS = {
  chrome: { engine: 'chromium', mode: 'third-party-allowed' },
  'chrome-incognito': { engine: 'chromium', mode: 'incognito' },
  'chromium-debian': { engine: 'chromium', mode: 'default' },
  firefox: { engine: 'firefox', mode: 'standard' },
  'firefox-strict': { engine: 'firefox', mode: 'strict' },
  'firefox-private': { engine: 'firefox', mode: 'private' },
  webkitgtk: { engine: 'webkitgtk', mode: 'default' },
  'webkitgtk-itp': { engine: 'webkitgtk', mode: 'itp' },
} as const satisfies Partial<Record<BrowserId, BrowserMode>>

export type LabAgent = keyof typeof LAB_AGENTS

export const LAB_AGENT_IDS = Object.keys(LAB_AGENTS) as LabAgent[]
