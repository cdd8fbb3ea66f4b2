import type { CodeRow } from './code.ts'

/** What can be wrong with a P3P header or a compact policy. */
export const COMPACT_CODES = {
  'token-unknown': { severity: 'error', data: ['token'] },
} as const satisfies Record<string, CodeRow>
