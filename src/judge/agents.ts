import type { LevelAgent } from './agent.ts'
import { ie6, ie8 } from './agents/internet-explorer/agent.ts'
import { netscape7 } from './agents/netscape/agent.ts'

/** The browsers that decide by a privacy level. A new one is a file and a line here. */
export const LEVEL_AGENTS: readonly LevelAgent[] = [ie6, ie8, netscape7]

export const findLevelAgent = (id: string): LevelAgent | null => LEVEL_AGENTS.find(agent => agent.id === id) ?? null
