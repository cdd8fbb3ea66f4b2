import { type CompactPolicy, policyOfTokens, unitePolicies } from './compact-policy.ts'
import type { CompactReading } from './decode-compact.ts'
import { type CompactStyle, encodeCompact } from './encode-compact.ts'
import { splitStatements } from './tokens/split-statements.ts'

/** A compact policy with its statements apart: P3P 1.1 (W3C bug 645) puts each between braces. */
export interface CompactStatements {
  /** What is said of the whole policy. */
  readonly outside: CompactPolicy
  readonly statements: readonly CompactPolicy[]
}

/** The statements of a reading; null if it has no braces. */
export function statementsOf({ tokens }: CompactReading): CompactStatements | null {
  const { outside, statements } = splitStatements(tokens)
  if (statements.length === 0) return null
  return { outside: policyOfTokens(outside), statements: statements.map(policyOfTokens) }
}

/** `NON DSP { CUR OUR IND UNI } { CONi OUR STP ONL }` */
export function encodeStatements(
  { outside, statements }: CompactStatements,
  style: CompactStyle = 'canonical',
): string {
  const braced = statements.flatMap(statement => ['{', encodeCompact(statement, style), '}'])
  return [encodeCompact(outside, style), ...braced].filter(part => part !== '').join(' ')
}

/** What a browser of P3P 1.0 reads, which skips the braces. */
export const withoutBraces = ({ outside, statements }: CompactStatements): CompactPolicy =>
  unitePolicies([outside, ...statements])
