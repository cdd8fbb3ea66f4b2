import type { LevelAction, LevelReason, LevelVerdict, Standing } from '../../../model/index.ts'
import type { LevelContext } from '../../agent.ts'
import { bySession, bySiteRule, settleSession } from '../../levels/common-verdicts.ts'
import { fallsShort } from '../../levels/standing.ts'
import type { LevelSetting, PartySetting } from './settings.ts'

const verdict = (action: LevelAction, reason: LevelReason, rule: string): LevelVerdict => ({ action, reason, rule })

/** The one cookie from before the levels that is not leashed: letter for letter. */
export const LEGACY_OPT_OUT = 'ID=OPT_OUT'

function byPolicy({ noPolicy, demand, action }: PartySetting, standing: Standing): LevelVerdict {
  if (standing === 'no-policy') return verdict(noPolicy, 'no-policy', 'level-no-policy')
  return demand !== null && fallsShort(standing, demand)
    ? verdict(action, `no-${demand}`, `level-no-${demand}`)
    : verdict('accept', 'satisfactory', 'level-satisfactory')
}

/** The order in which Internet Explorer decides; the first thing that applies does. */
export function decide(setting: LevelSetting, context: LevelContext, standing: Standing): LevelVerdict {
  if ('all' in setting)
    return verdict(setting.all, 'level', setting.all === 'accept' ? 'level-accepts-all' : 'level-blocks-all')
  if (context.siteRule !== undefined) return bySiteRule(context.siteRule)
  if (context.legacy === LEGACY_OPT_OUT) return verdict('accept', 'legacy', 'level-legacy-opt-out')
  if (context.legacy !== undefined) return verdict('leash', 'legacy', 'level-legacy')

  const party = setting[context.party]
  if (party.allowSession && context.lifetime === 'session')
    return bySession(standing === 'no-policy' ? 'no-policy' : 'satisfactory')
  return settleSession(byPolicy(party, standing), context)
}
