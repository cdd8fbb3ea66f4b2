import type { CodeRow } from './code.ts'

/** What can be wrong with what a compiled policy says. */
export const POLICY_CODES = {
  'retention-unpublished': { severity: 'warning', data: ['practice'] },
} as const satisfies Record<string, CodeRow>
