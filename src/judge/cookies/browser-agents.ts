import type { CookieCase } from '../../model/index.ts'
import type { Agent } from '../agent.ts'
import { BROWSERS } from '../agents/browsers/index.ts'
import { type BrowserVerdict, judgeCase, seeCase, type UnassignedCase } from './judge-case.ts'
import { BROWSER_IDS, type BrowserId, type CookieRules } from './profile.ts'

/** An agent that answers with the rule behind every question too. */
export interface BrowserAgent extends Agent {
  readonly id: BrowserId
  readonly judge: (asked: CookieCase) => BrowserVerdict
}

/** Today's browsers, in the order tables show them. */
export const BROWSER_AGENTS: readonly BrowserAgent[] = BROWSER_IDS.map(id => ({
  id,
  version: BROWSERS[id].version,
  judge: asked => judgeCase(seeCase(asked), BROWSERS[id].rules),
}))

/** The browser a case may name as its agent; null where there is none of that id. */
export const browserAgent = (id: string): BrowserAgent | null => BROWSER_AGENTS.find(agent => agent.id === id) ?? null

/** The sets of rules that differ, and for each browser which of them is its own. */
const RULES: readonly CookieRules[] = [...new Set(BROWSER_IDS.map(id => BROWSERS[id].rules))]
const RULES_OF: readonly number[] = BROWSER_IDS.map(id => RULES.indexOf(BROWSERS[id].rules))

/** What every browser does with a case, in the order of `BROWSER_AGENTS`. */
export function judgeEverywhere(asked: UnassignedCase): readonly BrowserVerdict[] {
  const seen = seeCase(asked)
  const verdicts = RULES.map(rules => judgeCase(seen, rules))
  return RULES_OF.map(at => verdicts[at] as BrowserVerdict)
}
