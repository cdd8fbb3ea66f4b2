import type { CodeRow } from './code.ts'

/** What can be wrong with a declaration as it is written. */
export const DECLARATION_CODES = {
  'key-unknown': { severity: 'error', data: ['key', 'nearest'] },
} as const satisfies Record<string, CodeRow>
