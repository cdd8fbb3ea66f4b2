import type { CodeRow } from './code.ts'

/**
 * Where a running site and its declaration part. An error: the site breaks its word. A warning: it is likely to, or it
 * is weaker than it need be. A note: what the reader should know of what was looked at.
 */
export const OBSERVED_CODES = {
  // Cookies
  'cookie-undeclared': { severity: 'error', data: ['name', 'host', 'via', 'by', 'near'] },
  'cookie-before-consent': { severity: 'error', data: ['name', 'practice'] },
  'cookie-after-refusal': { severity: 'error', data: ['name', 'practice'] },
  'cookie-survives-withdrawal': { severity: 'error', data: ['name', 'practice'] },
  'cookie-outlives-declaration': { severity: 'error', data: ['name', 'unit', 'declared', 'seen'] },
  'cookie-party-differs': { severity: 'error', data: ['name', 'host', 'declared'] },
  'cookie-weak': { severity: 'warning', data: ['name', 'missing', 'via'] },
  // Other storage
  'storage-undeclared': { severity: 'error', data: ['area', 'key', 'origin'] },
  'storage-before-consent': { severity: 'error', data: ['area', 'key', 'practice'] },
  'storage-after-refusal': { severity: 'error', data: ['area', 'key', 'practice'] },
  'storage-survives-withdrawal': { severity: 'error', data: ['area', 'key', 'practice'] },
  // Who gets data
  'recipient-undeclared': { severity: 'error', data: ['host', 'who', 'identifiers'] },
  'recipient-before-consent': { severity: 'error', data: ['host', 'practice'] },
  'recipient-after-refusal': { severity: 'error', data: ['host', 'practice'] },
  'recipient-after-withdrawal': { severity: 'error', data: ['host', 'practice'] },
  // What people are asked for, and what they say without words
  'data-undeclared': { severity: 'error', data: ['field', 'categories'] },
  'gpc-ignored': { severity: 'error', data: ['kind', 'name', 'practice'] },
  // What is published
  'policy-unpublished': { severity: 'warning', data: ['what', 'where'] },
  'policy-differs': { severity: 'error', data: ['what', 'where', 'more', 'less'] },
  // What was looked at
  'declared-not-seen': { severity: 'note', data: ['kind', 'name'] },
  'robots-differ': { severity: 'warning', data: ['kind', 'name', 'shown'] },
  'state-not-seen': { severity: 'note', data: ['state', 'why'] },
  // Findings that are let pass
  'baseline-expired': { severity: 'warning', data: ['fingerprint', 'until'] },
  'baseline-unknown': { severity: 'note', data: ['fingerprint'] },
  'baseline-malformed': { severity: 'error', data: ['problem'] },
  'cookie-list-malformed': { severity: 'error', data: ['problem', 'line'] },
} as const satisfies Record<string, CodeRow>
