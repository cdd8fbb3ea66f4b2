import type { Issue, Policy } from '../model/index.ts'
import { anonymous } from './lints/anonymous.ts'
import { consent, marketing } from './lints/choices.ts'
import { claims } from './lints/claims.ts'
import { compactForm } from './lints/compact-form.ts'
import { outlives, stateMissing, unlisted, usesDiffer } from './lints/cookies.ts'
import { necessity } from './lints/necessity.ts'
import { explained, historical } from './lints/purposes.ts'
import { disclosure, thirdParty } from './lints/recipients.ts'
import { contact, noDisputes, noRemedy } from './lints/redress.ts'
import { endless, mixed, unpublished } from './lints/retention.ts'
import type { Rule } from './lints/rule.ts'
import { scope } from './lints/scope.ts'
import { sensitive } from './lints/sensitive.ts'
import { tracking } from './lints/tracking.ts'
import { type Locate, placed } from './placed.ts'

const RULES: readonly Rule[] = [
  compactForm,
  anonymous,
  sensitive,
  necessity,
  marketing,
  consent,
  explained,
  claims,
  disclosure,
  thirdParty,
  unpublished,
  endless,
  mixed,
  usesDiffer,
  outlives,
  tracking,
  stateMissing,
  unlisted,
  scope,
  contact,
  noDisputes,
  noRemedy,
  historical,
]

/** What is wrong with what the policy says, rule by rule. */
export const lintPolicy = (policy: Policy, locate?: Locate): readonly Issue[] =>
  RULES.flatMap(rule => rule(policy)).map(found => placed(found, locate))
