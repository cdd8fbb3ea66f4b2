import type { CookieCase } from '../../model/index.ts'
import type { Agent } from '../agent.ts'
import { BROWSERS } from '../agents/browsers/index.ts'
import { type BrowserVerdict, judgeCase } from './judge-case.ts'
import { BROWSER_IDS, type BrowserId } from './profile.ts'

/** An agent that answers with the rule behind every question too. */
export interface BrowserAgent extends Agent {
  readonly id: BrowserId
  readonly judge: (asked: CookieCase) => BrowserVerdict
}

/** Today's browsers, in the order tables show them. */
export const BROWSER_AGENTS: readonly BrowserAgent[] = BROWSER_IDS.map(id => ({
  id,
  version: BROWSERS[id].version,
  judge: asked => judgeCase(asked, BROWSERS[id]),
}))

/** The browser a case may name as its agent; null where there is none of that id. */
export const browserAgent = (id: string): BrowserAgent | null => BROWSER_AGENTS.find(agent => agent.id === id) ?? null
