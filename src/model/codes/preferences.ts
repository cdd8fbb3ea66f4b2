import type { CodeRow } from './code.ts'

/**
 * What can be wrong with a visitor's preferences: in plain form, as a privacy import file, as a registry's
 * rule string, or as an APPEL ruleset.
 * An error leaves the meaning unclear, or makes the program it was written for refuse it.
 */
export const PREFERENCE_CODES = {
  // In plain form
  'preferences-empty': { severity: 'error', data: [] },
  // Privacy import files
  'privacy-file-root': { severity: 'error', data: ['element'] },
  'privacy-file-name-case': { severity: 'warning', data: ['name', 'meant'] },
  'privacy-file-element-unknown': { severity: 'warning', data: ['element', 'parent'] },
  'privacy-file-element-missing': { severity: 'error', data: ['element', 'parent'] },
  'privacy-file-element-repeated': { severity: 'error', data: ['element', 'parent'] },
  'privacy-file-element-order': { severity: 'warning', data: ['element', 'before'] },
  'privacy-file-attribute-missing': { severity: 'error', data: ['element', 'attribute', 'read'] },
  'privacy-file-attribute-unknown': { severity: 'warning', data: ['element', 'attribute'] },
  'privacy-file-value': { severity: 'error', data: ['element', 'attribute', 'value', 'allowed', 'read'] },
  'privacy-file-text': { severity: 'warning', data: ['element'] },
  'privacy-file-empty': { severity: 'warning', data: [] },
  'privacy-file-zone-repeated': { severity: 'error', data: ['zone'] },
  'privacy-file-domain': { severity: 'warning', data: ['domain'] },
  'privacy-file-party-missing': { severity: 'error', data: ['zone', 'party'] },
  // Their rules, in whatever form
  'privacy-rule-expression': { severity: 'error', data: ['expression', 'problem'] },
  'privacy-rule-token-unknown': { severity: 'warning', data: ['token', 'nearest'] },
  'privacy-rule-never': { severity: 'warning', data: ['expression', 'token'] },
  'privacy-rule-unreachable': { severity: 'warning', data: ['expression'] },
  // The registry's rule strings
  'privacy-rules-signature': { severity: 'error', data: ['signature'] },
  'privacy-rules-syntax': { severity: 'error', data: ['rule'] },
  'privacy-rules-action': { severity: 'error', data: ['rule', 'action'] },
  'privacy-rules-repeated': { severity: 'warning', data: ['name'] },
  'privacy-rules-default': { severity: 'note', data: ['what', 'action'] },
  'privacy-rules-long': { severity: 'error', data: ['limit'] },
  'privacy-rules-lost': { severity: 'warning', data: ['what'] },
  // APPEL rulesets
  'appel-markup-mended': { severity: 'error', data: ['element'] },
  'appel-root': { severity: 'error', data: ['element'] },
  'appel-namespace': { severity: 'warning', data: ['namespace'] },
  'appel-large': { severity: 'error', data: ['limit'] },
  'appel-element-unknown': { severity: 'warning', data: ['element', 'parent'] },
  'appel-attribute-unknown': { severity: 'warning', data: ['element', 'attribute'] },
  'appel-attribute-missing': { severity: 'error', data: ['element', 'attribute', 'read'] },
  'appel-attribute-in-text': { severity: 'error', data: ['attribute'] },
  'appel-value': { severity: 'error', data: ['attribute', 'value', 'allowed', 'read'] },
  'appel-text': { severity: 'warning', data: ['element'] },
  'appel-rules-missing': { severity: 'error', data: [] },
  'appel-rule-empty': { severity: 'warning', data: ['rule'] },
  'appel-otherwise-beside': { severity: 'warning', data: ['rule'] },
  // What a ruleset says and hardly means
  'appel-non-and': { severity: 'warning', data: ['element', 'terms'] },
  'appel-and-terms': { severity: 'warning', data: ['element', 'terms', 'single'] },
  'appel-accepts-any': { severity: 'warning', data: ['rule'] },
  'appel-exact': { severity: 'note', data: ['element'] },
  'appel-otherwise-missing': { severity: 'warning', data: [] },
  'appel-rule-unreachable': { severity: 'warning', data: ['rule', 'earlier'] },
} as const satisfies Record<string, CodeRow>
