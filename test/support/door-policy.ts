import { CHOICE_COOKIE, encodeChoice } from '../../src/codec/choice/index.ts'
import { consentTerms } from '../../src/compile/index.ts'
import type { DeclarationInput } from '../../src/declare/index.ts'
import type { Decision, Policy, StandingChoice } from '../../src/model/index.ts'
import { policyOf, SOUND } from './policy-of.ts'

/** A shop that needs a basket, asks before it counts, asks before it advertises, and lets people object to tips. */
export const ASKING: DeclarationInput = {
  ...SOUND,
  practices: {
    ...SOUND.practices,
    statistics: {
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'navigation'] }],
      purposes: { 'pseudo-analysis': 'opt-in' },
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '13 months' },
      basis: 'consent',
    },
    advertising: {
      data: [{ ref: 'dynamic.cookies', categories: ['uniqueid', 'preference'] }],
      purposes: { 'individual-decision': 'opt-in' },
      recipients: { ours: 'always', unrelated: { choice: 'opt-in', text: 'The advertising network' } },
      retention: { rule: 'business-practices', period: '6 months' },
      basis: 'consent',
    },
    tips: {
      data: [{ ref: 'dynamic.cookies', categories: ['state'] }],
      purposes: { current: 'always', contact: 'opt-out' },
      recipients: 'ours',
      retention: { rule: 'stated-purpose', period: '1 month' },
      basis: 'legitimate-interests',
    },
  },
  cookies: [
    { name: 'basket', lifetime: '30 days', practice: 'shop' },
    { name: 'session', lifetime: 'session', practice: 'shop' },
    { name: '_stats*', host: '.shop.example', lifetime: '13 months', practice: 'statistics' },
    { name: 'ads', host: '.shop.example', path: '/', lifetime: '6 months', practice: 'advertising' },
    { name: 'tip', lifetime: '1 month', practice: 'tips' },
    { name: 'tip-closed', lifetime: 'session', practice: 'tips', uses: ['current'] },
  ],
  storage: [{ area: 'local', key: 'stats-queue', lifetime: '1 day', practice: 'statistics' }],
}

export const askingPolicy = (): Policy => policyOf(ASKING)

/** A choice on the practices of a policy as they are. */
export function choiceOf(policy: Policy, decisions: Readonly<Record<string, Decision>>): StandingChoice {
  const terms = new Map(consentTerms(policy).map(term => [term.practice, term]))
  return {
    subject: null,
    at: '2026-11-22T12:00:00.000Z',
    how: 'button',
    language: 'en',
    recorded: true,
    decisions: Object.fromEntries(
      Object.entries(decisions).map(([practice, decision]) => {
        const { digest = '00000000', marks = 'AAAAAAAAAA' } = terms.get(practice) ?? {}
        return [practice, { decision, digest, marks }]
      }),
    ),
  }
}

/** The same, made while no record could be kept. */
export const unrecorded = (policy: Policy, choice: StandingChoice): StandingChoice => ({
  ...choice,
  recorded: false,
  shown: { policy: policy.hash, text: null },
})

/** The `Cookie` header of a visitor who chose so and sends these cookies too. */
export const cookieHeader = (choice: StandingChoice | null, ...cookies: readonly string[]): string =>
  [...(choice === null ? [] : [`${CHOICE_COOKIE}=${encodeChoice(choice)}`]), ...cookies].join('; ')
