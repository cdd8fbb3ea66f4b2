import type { Agent, LevelAgent } from './agent.ts'
import { ie6, ie8 } from './agents/internet-explorer/agent.ts'
import { netscape7 } from './agents/netscape/agent.ts'
import { browserAgent } from './cookies/index.ts'
import { agentAt } from './levels/judge-case.ts'

/** The browsers that decide by a privacy level. A new one is a file and a line here. */
export const LEVEL_AGENTS: readonly LevelAgent[] = [ie6, ie8, netscape7]

export const findLevelAgent = (id: string): LevelAgent | null => LEVEL_AGENTS.find(agent => agent.id === id) ?? null

/** The agent a case names: one of today's browsers, or `ie6:medium`, a level of one that has them. */
export function findAgent(name: string): Agent | null {
  const colon = name.indexOf(':')
  if (colon < 0) return browserAgent(name)
  const agent = findLevelAgent(name.slice(0, colon))
  return agent === null ? null : agentAt(agent, name.slice(colon + 1))
}
