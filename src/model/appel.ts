import type { Span } from './issue.ts'

/** `request`: go on; `limited`: go on without cookies and the like; `block`: stay away. */
export const APPEL_BEHAVIORS = ['request', 'limited', 'block'] as const
export type AppelBehavior = (typeof APPEL_BEHAVIORS)[number]

/** How the patterns inside an element are joined; the exact ones let nothing else stand beside them. */
export const APPEL_CONNECTIVES = ['and', 'or', 'non-and', 'non-or', 'and-exact', 'or-exact'] as const
export type AppelConnective = (typeof APPEL_CONNECTIVES)[number]

/** An element as a policy should hold it: by its local name, with the attributes that matter; `*` in a value is anything. */
export interface AppelPattern {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly connective: AppelConnective
  readonly children: readonly AppelPattern[]
  readonly at?: Span
}

/** What is done where the patterns fit. The first rule that does decides. */
export interface AppelRule {
  readonly behavior: AppelBehavior
  /** Whether the visitor is asked first. */
  readonly prompt: boolean
  readonly promptMessage: string | null
  readonly description: string | null
  readonly persona: string | null
  /** OTHERWISE: true of anything. */
  readonly otherwise: boolean
  readonly connective: AppelConnective
  /** POLICY, and REQUEST-GROUP for what is asked for. */
  readonly patterns: readonly AppelPattern[]
  readonly at?: Span
}

/** A visitor's preferences in APPEL 1.0. */
export interface AppelRuleset {
  readonly createdBy: string | null
  readonly createdOn: string | null
  readonly description: string | null
  readonly rules: readonly AppelRule[]
}

/** A thing in the policy that a pattern met, or missed where it was to be missing. */
export interface AppelFinding {
  readonly found: boolean
  /** `['POLICY', 'STATEMENT', 'PURPOSE', 'contact']` */
  readonly path: readonly string[]
  /** The statement's number in the policy, from 1; null for what stands outside of statements. */
  readonly statement: number | null
  /** As the policy has them, its defaults filled in; of what is missing, as the pattern has them. */
  readonly attributes: Readonly<Record<string, string>>
}

/** What a ruleset does with a policy, and why. */
export interface AppelVerdict {
  /** The number of the rule that fired, from 1; null where none did. */
  readonly rule: number | null
  readonly behavior: AppelBehavior | null
  readonly prompt: boolean
  readonly promptMessage: string | null
  readonly description: string | null
  readonly because: 'pattern' | 'otherwise' | 'no-rule'
  readonly why: readonly AppelFinding[]
}
