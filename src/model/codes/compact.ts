import type { CodeRow } from './code.ts'

/** The three ways a compact policy can be in error, as the 2010 study of 33 139 sites counted them. */
export type CompactErrorClass = 'invalid' | 'missing' | 'conflicting'

/** `errorClass`: null for what makes no policy erroneous. */
interface CompactCodeRow extends CodeRow {
  readonly errorClass: CompactErrorClass | null
}

/** What can be wrong with a P3P header or a compact policy. */
export const COMPACT_CODES = {
  // The header
  'header-too-long': { severity: 'error', data: ['limit'], errorClass: 'invalid' },
  'header-quotes-missing': { severity: 'error', data: [], errorClass: 'invalid' },
  'header-quotes-wrong': { severity: 'error', data: ['mark'], errorClass: 'invalid' },
  'header-quote-unclosed': { severity: 'error', data: ['name'], errorClass: 'invalid' },
  'header-comma-missing': { severity: 'error', data: ['name'], errorClass: 'invalid' },
  'header-directive-repeated': { severity: 'error', data: ['name'], errorClass: 'invalid' },
  'header-directive-case': { severity: 'warning', data: ['name', 'nearest'], errorClass: null },
  'header-directive-misspelt': { severity: 'warning', data: ['name', 'nearest'], errorClass: null },
  'header-directive-unknown': { severity: 'note', data: ['name'], errorClass: null },
  'header-glued': { severity: 'warning', data: ['text'], errorClass: null },
  'header-name-inside': { severity: 'note', data: [], errorClass: null },
  'header-without-compact-policy': { severity: 'note', data: [], errorClass: null },
  // Tokens that are none
  'compact-empty': { severity: 'error', data: [], errorClass: 'invalid' },
  'compact-is-prose': { severity: 'error', data: [], errorClass: 'invalid' },
  'compact-is-test': { severity: 'error', data: [], errorClass: 'invalid' },
  'token-unknown': { severity: 'error', data: ['token', 'nearest'], errorClass: 'invalid' },
  'token-suffix-unexpected': { severity: 'error', data: ['token', 'nearest'], errorClass: 'invalid' },
  'token-suffix-on-current': { severity: 'error', data: [], errorClass: 'invalid' },
  'token-suffix-unknown': { severity: 'error', data: ['token', 'nearest'], errorClass: 'invalid' },
  'token-case': { severity: 'error', data: ['tokens', 'nearest'], errorClass: 'invalid' },
  'token-obsolete': { severity: 'error', data: ['token'], errorClass: 'invalid' },
  'token-separator': { severity: 'error', data: ['tokens', 'nearest'], errorClass: 'invalid' },
  'token-line-break': { severity: 'error', data: [], errorClass: 'invalid' },
  'token-spaces-extra': { severity: 'note', data: [], errorClass: null },
  'token-duplicate': { severity: 'note', data: ['tokens'], errorClass: null },
  // Making one of a full policy
  'compact-extension-mandatory': { severity: 'error', data: ['policy'], errorClass: null },
  // Statements in braces
  'braces-used': { severity: 'note', data: [], errorClass: null },
  'braces-unbalanced': { severity: 'error', data: ['brace'], errorClass: 'invalid' },
  'braces-incomplete': { severity: 'warning', data: ['statements', 'group'], errorClass: null },
  // Tokens that are missing
  'all-tokens-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'access-token-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'purpose-token-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'recipient-token-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'retention-token-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'category-token-missing': { severity: 'error', data: [], errorClass: 'missing' },
  'access-token-wanted': { severity: 'warning', data: [], errorClass: null },
  'sta-missing': { severity: 'note', data: [], errorClass: null },
  // Tokens that contradict each other
  'access-tokens-differ': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'noi-beside-identifying': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'noi-beside-personal-use': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'noi-beside-identifiers': { severity: 'warning', data: ['tokens'], errorClass: null },
  'noi-beside-delivery': { severity: 'warning', data: ['tokens'], errorClass: null },
  'nid-beside-access': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'nid-beside-identifying': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'remedy-without-dsp': { severity: 'error', data: ['tokens'], errorClass: 'conflicting' },
  'dsp-without-remedy': { severity: 'note', data: [], errorClass: null },
  'choice-tokens-differ': { severity: 'warning', data: ['tokens'], errorClass: null },
  'nor-beside-retention': { severity: 'warning', data: ['tokens'], errorClass: null },
  'retention-tokens-several': { severity: 'note', data: ['tokens'], errorClass: null },
  'access-to-nothing': { severity: 'note', data: ['token'], errorClass: null },
  'pub-without-ind': { severity: 'note', data: [], errorClass: null },
} as const satisfies Record<string, CompactCodeRow>
