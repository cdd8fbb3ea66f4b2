import type { DeclarationInput } from '../../src/declare/index.ts'
import { SOUND } from './policy-of.ts'

/** The small shop with something to ask: statistics by somebody else, which need a yes, on cookies of its own. */
export const ASKING: DeclarationInput = {
  ...SOUND,
  practices: {
    ...SOUND.practices,
    statistics: {
      name: { en: 'Statistics', bg: 'Статистика' },
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid'] }],
      purposes: 'admin',
      recipients: { ours: 'always', unrelated: { text: 'Stats Ltd', hosts: ['stats.example', '*.stats.example'] } },
      retention: { rule: 'stated-purpose', period: '1 year' },
      basis: 'consent',
    },
  },
  cookies: [
    { name: 'basket', lifetime: '30 days', practice: 'shop' },
    { name: '_stats', lifetime: '30 days', practice: 'statistics' },
  ],
}
