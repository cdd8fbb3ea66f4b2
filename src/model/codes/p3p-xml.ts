import type { CodeRow } from './code.ts'

/**
 * What can be wrong with a P3P policy file or reference file. An error leaves the meaning unclear, incomplete or
 * contradictory, or makes the file unusable; a warning departs from the recommendation, but what is meant is plain;
 * a note tells of something that the recommendation advises, or that a reader should know.
 */
export const P3P_XML_CODES = {
  'xml-malformed': { severity: 'error', data: ['reason'] },
  'xml-doctype': { severity: 'error', data: [] },
  'xml-encoding': { severity: 'error', data: ['encoding'] },
  'xml-encoding-declared': { severity: 'warning', data: ['encoding'] },
  'xml-limit': { severity: 'error', data: ['what', 'limit'] },

  'p3p-root-unknown': { severity: 'error', data: ['element'] },
  'p3p-document-kind': { severity: 'error', data: ['found', 'wanted'] },
  'p3p-policy-alone': { severity: 'warning', data: [] },
  'p3p-namespace-old': { severity: 'warning', data: ['namespace'] },
  'p3p-namespace-missing': { severity: 'error', data: [] },
  'p3p-namespace-unknown': { severity: 'error', data: ['namespace'] },
  'p3p-issues-cut': { severity: 'note', data: ['limit'] },

  'p3p-element-unknown': { severity: 'error', data: ['element', 'parent', 'nearest'] },
  'p3p-element-misplaced': { severity: 'error', data: ['element', 'parent'] },
  'p3p-element-order': { severity: 'warning', data: ['element', 'parent', 'before'] },
  'p3p-element-repeated': { severity: 'error', data: ['element', 'parent'] },
  'p3p-element-missing': { severity: 'error', data: ['element', 'parent'] },
  'p3p-term-old': { severity: 'warning', data: ['element', 'read'] },
  'p3p-attribute-missing': { severity: 'error', data: ['element', 'attribute'] },
  'p3p-attribute-unknown': { severity: 'warning', data: ['element', 'attribute'] },
  'p3p-attribute-value': { severity: 'error', data: ['element', 'attribute', 'value', 'allowed'] },
  'p3p-text-unexpected': { severity: 'warning', data: ['element'] },
  'p3p-description-missing': { severity: 'warning', data: ['element'] },
  'p3p-description-long': { severity: 'warning', data: ['element', 'limit'] },
  'p3p-name-repeated': { severity: 'error', data: ['element', 'name'] },
  'p3p-extension-mandatory': { severity: 'error', data: ['element'] },

  'p3p-entity-name-missing': { severity: 'error', data: [] },
  'p3p-entity-contact-missing': { severity: 'error', data: [] },
  'p3p-entity-categories': { severity: 'warning', data: ['ref'] },
  'p3p-opturi-missing': { severity: 'error', data: ['uses'] },
  'p3p-required-forbidden': { severity: 'warning', data: ['element', 'required'] },
  'p3p-disputes-missing': { severity: 'note', data: [] },
  'p3p-remedies-missing': { severity: 'note', data: [] },
  'p3p-test': { severity: 'note', data: [] },
  'p3p-data-unknown': { severity: 'error', data: ['ref'] },
  'p3p-data-mixed': { severity: 'error', data: ['ref'] },
  'p3p-data-foreign': { severity: 'note', data: ['ref'] },
  'p3p-categories-missing': { severity: 'error', data: ['ref'] },
  'p3p-categories-fixed': { severity: 'warning', data: ['ref', 'categories'] },

  'p3p-schema-name': { severity: 'error', data: ['name'] },
  'p3p-schema-structure-unknown': { severity: 'error', data: ['name', 'structref'] },
  'p3p-schema-circular': { severity: 'error', data: ['name'] },
  'p3p-schema-mixed': { severity: 'error', data: ['name'] },
  'p3p-schema-large': { severity: 'error', data: ['limit'] },

  'p3p-expiry-malformed': { severity: 'error', data: ['value'] },
  'p3p-expiry-short': { severity: 'warning', data: ['seconds'] },
  'p3p-reference-idle': { severity: 'warning', data: ['about', 'why'] },
  'p3p-cookie-pattern-text': { severity: 'warning', data: ['text'] },
  'p3p-pattern-invalid': { severity: 'warning', data: ['pattern'] },
  'p3p-hint-invalid': { severity: 'warning', data: ['attribute', 'value'] },
  'p3p-policy-not-found': { severity: 'error', data: ['about'] },
} as const satisfies Record<string, CodeRow>
