import type { CodeRow } from './code.ts'

/** What can go wrong when a policy that is already there is turned into a declaration. */
export const IMPORT_CODES = {
  'har-malformed': { severity: 'error', data: ['reason'] },
  'import-unknown-kind': { severity: 'error', data: [] },
  'import-nothing-found': { severity: 'error', data: ['source', 'kind'] },
  'import-not-covered': { severity: 'error', data: ['url'] },
  'import-policy-missing': { severity: 'error', data: ['about'] },
  'import-several': { severity: 'warning', data: ['count', 'name', 'others'] },
  'import-compact-only': { severity: 'note', data: [] },
  'import-compact-differs': { severity: 'warning', data: ['header', 'policy'] },
  'import-expired': { severity: 'warning', data: ['date'] },
  'import-lost': { severity: 'warning', data: ['what', 'name'] },
  'import-uses-merged': { severity: 'warning', data: ['use', 'choice'] },

  'fetch-scheme': { severity: 'error', data: ['url'] },
  'fetch-private': { severity: 'error', data: ['host', 'address'] },
  'fetch-failed': { severity: 'error', data: ['url', 'reason'] },
  'fetch-status': { severity: 'error', data: ['url', 'status'] },
  'fetch-redirects': { severity: 'error', data: ['url', 'limit'] },
  'fetch-large': { severity: 'error', data: ['url', 'limit'] },
  'fetch-slow': { severity: 'error', data: ['url', 'seconds'] },
} as const satisfies Record<string, CodeRow>
