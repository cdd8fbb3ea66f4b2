export { type CompactPolicy, type CompactUse, EMPTY_COMPACT_POLICY } from './compact-policy.ts'
export { type CompactStyle, encodeCompact } from './encode-compact.ts'
export { type CompactFacts, factsOf, readCompactFacts } from './facts.ts'
export { NETSCAPE } from './netscape.ts'
