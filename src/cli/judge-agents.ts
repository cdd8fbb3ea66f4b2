import { findLevelAgent, LEVEL_AGENTS, type LevelAgent } from '../judge/index.ts'
import { cli } from '../messages/index.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

/** A browser, and the levels that are asked for; all where none is named. */
export interface Asked {
  readonly agent: LevelAgent
  readonly levels: readonly string[]
}

/** What `--agent` names; all browsers with levels where it is not given. */
export function askedAgents(args: VerbArguments, { language }: Io): readonly Asked[] {
  const names = textOption(args, 'agent')?.split(',') ?? LEVEL_AGENTS.map(({ id }) => id)
  return names.map(name => {
    const [id = '', level] = name.trim().split(':')
    const agent = findLevelAgent(id)
    if (agent === null) {
      const agents = LEVEL_AGENTS.map(known => known.id).join(', ')
      throw new WrongUse(cli[language]['judge.agent-unknown']({ agent: id, agents }))
    }
    if (level === undefined) return { agent, levels: agent.levels }
    if (agent.isLevel(level)) return { agent, levels: [level] }
    const levels = agent.levels.join(', ')
    throw new WrongUse(cli[language]['judge.level-unknown']({ agent: id, level, levels }))
  })
}

/** Those of the asked that can be set to the required level; an error if none can. */
export function requiredOf(asked: readonly Asked[], args: VerbArguments, { language }: Io): readonly Asked[] {
  const level = textOption(args, 'require')
  if (level === undefined) return []
  const able = asked.filter(({ agent }) => agent.isLevel(level)).map(({ agent }) => ({ agent, levels: [level] }))
  if (able.length > 0) return able
  const agent = asked.map(one => one.agent.id).join(', ')
  const levels = [...new Set(asked.flatMap(one => one.agent.levels))].join(', ')
  throw new WrongUse(cli[language]['judge.level-unknown']({ agent, level, levels }))
}
