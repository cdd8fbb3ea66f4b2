import type { LevelAction, LevelParty, LevelReason, LevelVerdict, Standing } from '../../../model/index.ts'
import type { LevelContext } from '../../agent.ts'
import { bySiteRule, settleSession } from '../../levels/common-verdicts.ts'
import { LETTERS, NETSCAPE_SETTINGS, settingOf } from './settings.ts'

/** Where a standing's two letters begin. What cannot be read counts as no consent. */
const POSITIONS: Readonly<Record<Standing, number>> = {
  'no-policy': 0,
  unreadable: 2,
  'no-consent': 2,
  'opt-out': 4,
  'opt-in': 6,
}

/** Why a standing gets less than a plain acceptance, and by what rule. */
const OBJECTIONS: Readonly<Record<Standing, readonly [LevelReason, string]>> = {
  'no-policy': ['no-policy', 'level-no-policy'],
  unreadable: ['unreadable', 'level-unreadable'],
  'no-consent': ['no-opt-out', 'level-no-opt-out'],
  'opt-out': ['no-opt-in', 'level-no-opt-in'],
  'opt-in': ['satisfactory', 'level-setting'],
}

const isLetter = (letter: string): letter is keyof typeof LETTERS => Object.hasOwn(LETTERS, letter)

/** A letter that is none rejects, as in the browser. */
function actionFor(level: string, standing: Standing, party: LevelParty): LevelAction {
  const setting = settingOf(level) ?? NETSCAPE_SETTINGS.medium
  const letter = setting[POSITIONS[standing] + (party === 'first-party' ? 0 : 1)] ?? ''
  return isLetter(letter) ? LETTERS[letter] : 'reject'
}

/** Whether a plain acceptance means that the policy pleases, or comes in spite of it. */
const isRead = (standing: Standing): boolean => standing !== 'no-policy' && standing !== 'unreadable'

export function decide(level: string, context: LevelContext, standing: Standing): LevelVerdict {
  if (context.siteRule !== undefined) return bySiteRule(context.siteRule)
  const action = actionFor(level, standing, context.party)
  if (action === 'accept' && isRead(standing)) return { action, reason: 'satisfactory', rule: 'level-satisfactory' }
  const [reason, rule] = OBJECTIONS[standing]
  return settleSession({ action, reason, rule }, context)
}
