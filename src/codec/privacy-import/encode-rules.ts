import type { ImportSetting } from '../../model/index.ts'
import { SIGNATURES } from './decode-rules.ts'
import { writeExpression } from './expression.ts'
import { ACTION_WORDS } from './words.ts'

/** Writes the rule string that a registry holds for one party in one zone. */
export function encodeRuleString({ noPolicy, noRule, session, rules }: ImportSetting): string {
  const all = rules.length === 0 && noPolicy === noRule
  return [
    SIGNATURES[0],
    ...rules.map(({ conditions, action }) => `/${writeExpression(conditions, '&')}=${ACTION_WORDS[action].letter}/`),
    ...(all ? [] : [`nopolicy=${ACTION_WORDS[noPolicy].letter}`]),
    ...(session ? ['session=a'] : []),
    all ? `always=${ACTION_WORDS[noRule].letter}` : `/=${ACTION_WORDS[noRule].letter}/`,
  ].join(' ')
}
