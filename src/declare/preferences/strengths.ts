import type { Preferences } from '../../model/index.ts'

/** Ready-made preferences, mildest first. What each refuses, the next refuses too. */
export const STRENGTHS = {
  /** Asks for no more than that offers can be declined. */
  open: {
    marketing: 'unless-refused',
    profiling: 'allow',
    otherUses: 'allow',
    sensitive: 'with-consent',
    thirdParties: 'any',
    furtherParties: 'allow',
    retention: 'any',
    withoutPolicy: 'accept',
  },
  /** No marketing, no profile and no stranger without consent; nothing kept for ever. */
  careful: {
    marketing: 'with-consent',
    profiling: 'with-consent',
    otherUses: 'with-consent',
    sensitive: 'with-consent',
    thirdParties: 'delivery',
    furtherParties: 'with-consent',
    retention: 'limited',
    withoutPolicy: 'refuse',
  },
  /** Only what the visit needs, only for those who serve it, only as long as it needs. */
  strict: {
    marketing: 'never',
    profiling: 'never',
    otherUses: 'never',
    sensitive: 'never',
    thirdParties: 'delivery',
    furtherParties: 'never',
    retention: 'purpose',
    withoutPolicy: 'refuse',
  },
} as const satisfies Readonly<Record<string, Preferences>>

export type StrengthName = keyof typeof STRENGTHS
export const STRENGTH_NAMES = ['open', 'careful', 'strict'] as const satisfies readonly StrengthName[]
