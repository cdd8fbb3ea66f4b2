import type { AppelFinding, AppelRule, AppelRuleset, AppelVerdict, P3pPolicy } from '../../model/index.ts'
import type { SchemaElements } from '../../vocabulary/index.ts'
import { type Evidence, policyEvidence, requestEvidence } from './evidence.ts'
import { matchElement } from './match-pattern.ts'

/** What is asked for beside the policy, and the site's own data schema, where they are known. */
export interface AppelContext {
  readonly uri?: string
  readonly own?: SchemaElements
}

/** A rule's body is joined as the children of any pattern are. */
function fires(rule: AppelRule, evidence: Evidence): readonly AppelFinding[] | null {
  const { otherwise, patterns, connective } = rule
  if (otherwise || patterns.length === 0) return []
  return matchElement({ name: evidence.name, attributes: {}, connective, children: patterns }, evidence, [])
}

/** `['EVIDENCE', 'POLICY', …]` without its first step, which no document has. */
const withoutRoot = (finding: AppelFinding): AppelFinding => ({ ...finding, path: finding.path.slice(1) })

const NOTHING_FIRED: AppelVerdict = {
  rule: null,
  behavior: null,
  prompt: false,
  promptMessage: null,
  description: null,
  because: 'no-rule',
  why: [],
}

/**
 * The first rule that fires, and why. A missing policy fits no pattern, and one that is only a test counts as missing
 * (P3P 1.0, 3.2.3).
 */
export function judgeByAppel(
  ruleset: AppelRuleset,
  policy: P3pPolicy | null,
  { uri, own }: AppelContext = {},
): AppelVerdict {
  const root: Evidence = {
    name: 'EVIDENCE',
    attributes: {},
    statement: null,
    children: [
      ...(policy === null || policy.test ? [] : [policyEvidence(policy, own)]),
      ...(uri === undefined ? [] : [requestEvidence(uri)]),
    ],
  }
  for (const [at, rule] of ruleset.rules.entries()) {
    const why = fires(rule, root)
    if (why === null) continue
    const { behavior, prompt, promptMessage, description } = rule
    const because = rule.otherwise || rule.patterns.length === 0 ? 'otherwise' : 'pattern'
    return { rule: at + 1, behavior, prompt, promptMessage, description, because, why: why.map(withoutRoot) }
  }
  return NOTHING_FIRED
}
