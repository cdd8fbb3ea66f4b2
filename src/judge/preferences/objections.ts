import type {
  ObjectionKey,
  PartyWish,
  PreferenceObjection,
  Preferences,
  RetentionWish,
  Satisfaction,
  UseWish,
} from '../../model/index.ts'
import type { CategoryId, Choice, PurposeId, RecipientId, RetentionId } from '../../vocabulary/index.ts'
import type { JudgedPractice } from './practices.ts'

/** The purposes that a wish is about. */
const PURPOSES_OF = {
  marketing: ['contact', 'telemarketing'],
  profiling: ['pseudo-analysis', 'pseudo-decision', 'individual-analysis', 'individual-decision'],
  otherUses: ['other-purpose'],
} as const satisfies { readonly [K in ObjectionKey]?: readonly PurposeId[] }

/** Data that can hurt a person in the wrong hands: GDPR, Article 9, and what opens accounts and doors. */
const SENSITIVE: readonly CategoryId[] = ['financial', 'political', 'health', 'location', 'government']

/** Those who may have the data by each wish, besides the site. */
const PARTIES: Readonly<Record<PartyWish, readonly RecipientId[]>> = {
  none: ['ours'],
  delivery: ['ours', 'delivery'],
  same: ['ours', 'delivery', 'same'],
  any: ['ours', 'delivery', 'same', 'other-recipient', 'unrelated', 'public'],
}

const RETENTIONS: Readonly<Record<RetentionWish, readonly RetentionId[]>> = {
  purpose: ['no-retention', 'stated-purpose', 'legal-requirement'],
  limited: ['no-retention', 'stated-purpose', 'legal-requirement', 'business-practices'],
  any: ['no-retention', 'stated-purpose', 'legal-requirement', 'business-practices', 'indefinitely'],
}

/** The choices that content each wish, and what would content it where there is another. */
const CONTENT: Readonly<
  Record<UseWish, { readonly choices: readonly Choice[]; readonly by: readonly Satisfaction[] }>
> = {
  allow: { choices: ['always', 'opt-out', 'opt-in'], by: [] },
  'unless-refused': { choices: ['opt-out', 'opt-in'], by: ['opt-out', 'opt-in', 'drop'] },
  'with-consent': { choices: ['opt-in'], by: ['opt-in', 'drop'] },
  never: { choices: [], by: ['drop'] },
}

type Found = Omit<PreferenceObjection, 'practice' | 'wanted'>

/** What a practice leaves unsaid might be anything; `all`: anything is welcome. */
const unsaid = (
  wish: ObjectionKey,
  family: Found['family'],
  list: readonly unknown[],
  all: boolean,
): readonly Found[] =>
  list.length > 0 || all ? [] : [{ wish, family, term: null, choice: null, satisfiedBy: ['state'] }]

function byPurposes({ purposes }: JudgedPractice, wishes: Preferences): readonly Found[] {
  return (['marketing', 'profiling', 'otherUses'] as const).flatMap(wish => {
    const { choices, by } = CONTENT[wishes[wish]]
    const meant: readonly PurposeId[] = PURPOSES_OF[wish]
    return purposes
      .filter(({ id, choice }) => meant.includes(id) && !choices.includes(choice))
      .map(({ id, choice }): Found => ({ wish, family: 'purpose', term: id, choice, satisfiedBy: by }))
  })
}

function byRecipients({ recipients }: JudgedPractice, wishes: Preferences): readonly Found[] {
  const welcome = PARTIES[wishes.thirdParties]
  const { choices, by } = CONTENT[wishes.furtherParties]
  return recipients
    .filter(({ id, choice }) => !welcome.includes(id) && !choices.includes(choice))
    .map(({ id, choice }): Found => ({ wish: 'thirdParties', family: 'recipient', term: id, choice, satisfiedBy: by }))
}

function byRetention({ retentions }: JudgedPractice, wishes: Preferences): readonly Found[] {
  return retentions
    .filter(id => !RETENTIONS[wishes.retention].includes(id))
    .map(
      (id): Found => ({
        wish: 'retention',
        family: 'retention',
        term: id,
        choice: null,
        satisfiedBy: ['limit', 'drop'],
      }),
    )
}

/**
 * Consent to sensitive data is consent to every use of them; what the visitor came for (`current`) is a use they asked
 * for themselves.
 */
function bySensitive({ categories, purposes }: JudgedPractice, { sensitive }: Preferences): readonly Found[] {
  const { choices, by } = CONTENT[sensitive]
  const uses = purposes.filter(({ id }) => id !== 'current').map(({ choice }) => choice)
  const content = sensitive !== 'never' && uses.every(choice => choices.includes(choice))
  if (content) return []
  return categories
    .filter(id => SENSITIVE.includes(id))
    .map((id): Found => ({ wish: 'sensitive', family: 'category', term: id, choice: null, satisfiedBy: by }))
}

const accepts = (wish: UseWish): boolean => wish === 'allow'

/** Everything in a practice that the wishes are against. Anonymous data are nobody's, but offers still reach a person. */
export function objectionsTo(practice: JudgedPractice, wishes: Preferences): readonly PreferenceObjection[] {
  const anyUse = accepts(wishes.marketing) && accepts(wishes.profiling) && accepts(wishes.otherUses)
  const anyParty = wishes.thirdParties === 'any' || accepts(wishes.furtherParties)
  const found = [
    ...byPurposes(practice, wishes),
    ...(practice.identifiable
      ? [
          ...unsaid('profiling', 'purpose', practice.purposes, anyUse),
          ...bySensitive(practice, wishes),
          ...unsaid('thirdParties', 'recipient', practice.recipients, anyParty),
          ...byRecipients(practice, wishes),
          ...unsaid('retention', 'retention', practice.retentions, wishes.retention === 'any'),
          ...byRetention(practice, wishes),
        ]
      : []),
  ]
  const { id, name, statement } = practice
  return found.map(one => ({ ...one, wanted: wishes[one.wish], practice: { id, name, statement } }))
}
