import type { Policy } from '../../model/index.ts'

/** Uses that the signal is about: data sold or shared, and marketing aimed at a person. */
const SHARING: ReadonlySet<string> = new Set(['same', 'other-recipient', 'unrelated', 'public'])
const MARKETING: ReadonlySet<string> = new Set(['contact', 'telemarketing'])

/** Whether each such use leaves the visitor a choice: who is never asked cannot be heeded. */
const canHeed = ({ practices }: Policy): boolean =>
  practices.every(
    ({ purposes, recipients }) =>
      !purposes.some(({ id, choice }) => MARKETING.has(id) && choice === 'always') &&
      !recipients.some(({ id, choice }) => SHARING.has(id) && choice === 'always'),
  )

/**
 * Global Privacy Control, `/.well-known/gpc.json`: whether the site heeds the signal, told from what it declares.
 * `lastUpdate` is the RFC 3339 date of that statement; where the policy has none it is left out, and readers take it as
 * not known.
 */
export function gpcStatement(policy: Policy): { readonly gpc: boolean; readonly lastUpdate?: string } {
  const gpc = canHeed(policy)
  return policy.effective === null ? { gpc } : { gpc, lastUpdate: policy.effective }
}
