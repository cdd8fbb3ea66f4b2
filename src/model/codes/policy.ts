import type { CodeRow } from './code.ts'

/**
 * What can be wrong with what a compiled policy says. An error: it contradicts itself, or breaks a must of P3P 1.0 or
 * a plain rule of law. A warning: it is likely to be wrong, or leaves out what it should tell.
 */
export const POLICY_CODES = {
  // Who can be told apart
  'anonymous-contradicted': { severity: 'error', data: ['practice', 'found'] },
  'anonymous-doubtful': { severity: 'warning', data: ['practice', 'found'] },
  'sensitive-without-consent': { severity: 'warning', data: ['practice', 'categories'] },
  'category-unneeded': { severity: 'warning', data: ['practice', 'categories', 'purposes'] },
  // What the visitor may choose
  'marketing-without-choice': { severity: 'error', data: ['practice', 'purposes'] },
  'consent-without-choice': { severity: 'warning', data: ['practice'] },
  'other-purpose-unexplained': { severity: 'warning', data: ['practice'] },
  // Who gets the data
  'claim-contradicted': { severity: 'error', data: ['claim', 'practice', 'found'] },
  'disclosure-undeclared': { severity: 'note', data: [] },
  'third-party-cookie-without-recipient': { severity: 'warning', data: ['name', 'host', 'practice'] },
  // How long
  'retention-unpublished': { severity: 'error', data: ['practice', 'rule'] },
  'retention-endless': { severity: 'warning', data: ['practice'] },
  'retention-mixed': { severity: 'warning', data: ['timed', 'endless'] },
  // Cookies and other storage
  'cookie-uses-differ': { severity: 'error', data: ['kind', 'name', 'practice', 'uses'] },
  'cookie-outlives-retention': { severity: 'warning', data: ['kind', 'name', 'practice'] },
  'tracking-as-tailoring': { severity: 'warning', data: ['kind', 'name', 'practice'] },
  'state-category-missing': { severity: 'note', data: ['kind', 'name', 'practice'] },
  'cookies-unlisted': { severity: 'warning', data: ['practice'] },
  'compact-scope-wide': { severity: 'warning', data: ['practices'] },
  // Whom to turn to
  'contact-url-only': { severity: 'warning', data: [] },
  'disputes-missing': { severity: 'warning', data: [] },
  'dispute-without-remedy': { severity: 'warning', data: ['service'] },
  'historical-without-law': { severity: 'error', data: ['practice'] },
} as const satisfies Record<string, CodeRow>
