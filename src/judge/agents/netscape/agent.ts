import type { FactsAgent } from '../../agent.ts'
import { createLevelAgent } from '../../levels/create-level-agent.ts'
import { decide } from './decide.ts'
import { blame, mendings, standing } from './objections.ts'
import { type NetscapeFacts, readNetscapePolicy } from './read.ts'
import { NETSCAPE_LEVELS, settingOf } from './settings.ts'

export const netscape7: FactsAgent<NetscapeFacts> = createLevelAgent({
  id: 'netscape7',
  version: 'Netscape 7.0, Mozilla 1.0',
  levels: NETSCAPE_LEVELS,
  defaultLevel: 'medium',
  isLevel: level => settingOf(level) !== null,
  read: readNetscapePolicy,
  standing,
  decide,
  blame,
  mendings,
})
