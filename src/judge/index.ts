export type { Agent, CookieVerdict, FactsAgent, LevelAgent, LevelContext } from './agent.ts'
export { ie6, ie8 } from './agents/internet-explorer/agent.ts'
export { IDENTIFYING, OBJECTIONABLE } from './agents/internet-explorer/objections.ts'
export {
  IE_LEVELS,
  IE6_SETTINGS,
  IE8_SETTINGS,
  type IeLevel,
  type IeSettings,
  type LevelSetting,
  type PartySetting,
} from './agents/internet-explorer/settings.ts'
export { netscape7 } from './agents/netscape/agent.ts'
export { findAgent, findLevelAgent, LEVEL_AGENTS } from './agents.ts'
export type { Demand } from './levels/standing.ts'
