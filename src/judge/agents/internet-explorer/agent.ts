import { type CompactFacts, readCompactFacts } from '../../../codec/compact/index.ts'
import type { FactsAgent } from '../../agent.ts'
import { createLevelAgent } from '../../levels/create-level-agent.ts'
import { decide } from './decide.ts'
import { mendings } from './mendings.ts'
import { blame, standing } from './objections.ts'
import { IE_LEVELS, IE6_SETTINGS, IE8_SETTINGS, type IeLevel, type IeSettings } from './settings.ts'

const isLevel = (level: string): level is IeLevel => (IE_LEVELS as readonly string[]).includes(level)

function createInternetExplorer(id: string, version: string, settings: IeSettings): FactsAgent<CompactFacts> {
  return createLevelAgent({
    id,
    version,
    levels: IE_LEVELS,
    defaultLevel: 'medium',
    isLevel,
    read: readCompactFacts,
    standing,
    // A level that is none is judged by the default one.
    decide: (level, context, at) => decide(settings[isLevel(level) ? level : 'medium'], context, at),
    blame,
    mendings,
  })
}

export const ie6 = createInternetExplorer('ie6', 'Internet Explorer 6–7', IE6_SETTINGS)
export const ie8 = createInternetExplorer('ie8', 'Internet Explorer 8–10', IE8_SETTINGS)
