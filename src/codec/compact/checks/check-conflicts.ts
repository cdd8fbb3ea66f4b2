import type { Issue } from '../../../model/index.ts'
import { splitStatements } from '../tokens/split-statements.ts'
import { type CompactToken, coreOf } from '../tokens/token.ts'
import { about, spell, type TokenView, viewTokens } from '../tokens/token-view.ts'

const IDENTIFYING = ['PHY', 'ONL', 'GOV', 'FIN']
const OFTEN_IDENTIFYING = ['UNI', 'PUR', 'LOC', 'HEA', 'POL']
/** Words of messages may name anybody, and other data may be anything. */
const MAYBE_IDENTIFYING = ['CNT', 'OTC']
const PERSONAL_USES = ['IVA', 'IVD', 'CON', 'TEL']
const GRANTED_ACCESS = ['NON', 'ALL', 'CAO', 'IDC', 'OTI']
const REMEDY_TOKENS = ['COR', 'MON', 'LAW']

interface Contradiction {
  readonly code:
    | 'noi-beside-identifying'
    | 'noi-beside-personal-use'
    | 'noi-beside-identifiers'
    | 'noi-beside-delivery'
    | 'nid-beside-access'
    | 'nid-beside-identifying'
    | 'nor-beside-retention'
  readonly says: string
  readonly denied: readonly string[]
}

const NID_BESIDE_IDENTIFYING = {
  code: 'nid-beside-identifying',
  says: 'NID',
  denied: [...PERSONAL_USES, ...IDENTIFYING],
} as const

/** What access says of the whole policy, wherever the rest stands. */
const ACCESS_CONTRADICTIONS: readonly Contradiction[] = [
  { code: 'noi-beside-identifying', says: 'NOI', denied: IDENTIFYING },
  { code: 'noi-beside-personal-use', says: 'NOI', denied: PERSONAL_USES },
  { code: 'noi-beside-identifiers', says: 'NOI', denied: OFTEN_IDENTIFYING },
  { code: 'noi-beside-delivery', says: 'NOI', denied: ['DEL'] },
]

/** What NID says outside of braces, of every statement. */
const GENERAL_CONTRADICTIONS: readonly Contradiction[] = [
  { code: 'nid-beside-access', says: 'NID', denied: GRANTED_ACCESS },
  NID_BESIDE_IDENTIFYING,
]

/** What NID says inside of braces, of its statement. */
const STATEMENT_CONTRADICTIONS: readonly Contradiction[] = [NID_BESIDE_IDENTIFYING]

const RETENTION_CONTRADICTIONS: readonly Contradiction[] = [
  { code: 'nor-beside-retention', says: 'NOR', denied: ['LEG', 'BUS', 'IND'] },
]

/** What tokens of the one view say and tokens of the other deny. */
function contradict(view: TokenView, other: TokenView, contradictions: readonly Contradiction[]): Issue[] {
  return contradictions.flatMap(({ code, says, denied }) => {
    const said = view.written([says])
    const against = other.written(denied)
    return said.length > 0 && against.length > 0 ? [about(code, { tokens: spell(against) }, [...said, ...against])] : []
  })
}

/** P3P 1.0, 3.2.5: ACCESS holds exactly one value. */
function checkAccess(view: TokenView): Issue[] {
  const access = view.ofKind('access')
  const granted = view.written(GRANTED_ACCESS)
  const categories = view.ofKind('category')
  const identifying = view.written([...IDENTIFYING, ...OFTEN_IDENTIFYING, ...MAYBE_IDENTIFYING])
  return [
    ...(access.length > 1 ? [about('access-tokens-differ', { tokens: spell(access) }, access)] : []),
    ...(granted.length > 0 && categories.length > 0 && identifying.length === 0
      ? [about('access-to-nothing', { token: spell(granted) }, granted)]
      : []),
  ]
}

/** P3P 1.0, 3.2.7: REMEDIES stands inside DISPUTES, and each DISPUTES should have it. */
function checkDisputes(view: TokenView): Issue[] {
  const disputes = view.written(['DSP'])
  const remedies = view.written(REMEDY_TOKENS)
  if (disputes.length > 0) return remedies.length > 0 ? [] : [about('dsp-without-remedy', {}, disputes)]
  return remedies.length > 0 ? [about('remedy-without-dsp', { tokens: spell(remedies) }, remedies)] : []
}

/** Grammatical, and means that both occur; but a visitor cannot tell where. */
function checkChoices(view: TokenView): Issue[] {
  const uses = [...view.ofKind('purpose'), ...view.ofKind('recipient')]
  const byCore = new Map<string, CompactToken[]>()
  for (const use of uses) byCore.set(coreOf(use), [...(byCore.get(coreOf(use)) ?? []), use])
  return [...byCore.values()]
    .filter(forms => new Set(forms.map(form => form.required)).size > 1)
    .map(forms => about('choice-tokens-differ', { tokens: spell(forms) }, forms))
}

function checkRetention(view: TokenView): Issue[] {
  const retentions = view.ofKind('retention')
  const unsaid = view.written(['PUB']).length > 0 && retentions.length > 0 && view.written(['IND']).length === 0
  return [
    ...contradict(view, view, RETENTION_CONTRADICTIONS),
    ...(retentions.length > 1 && view.written(['NOR']).length === 0
      ? [about('retention-tokens-several', { tokens: spell(retentions) }, retentions)]
      : []),
    ...(unsaid ? [about('pub-without-ind', {}, view.written(['PUB']))] : []),
  ]
}

function checkRepetition(view: TokenView): Issue[] {
  const seen = new Set<string>()
  const again = view.known.filter(({ raw }) => {
    const repeated = seen.has(raw)
    seen.add(raw)
    return repeated
  })
  return again.length > 0 ? [about('token-duplicate', { tokens: spell(again) }, again)] : []
}

/** A compact policy is about cookies, and a cookie is a means of keeping state. */
function checkState(view: TokenView): Issue[] {
  const categories = view.ofKind('category')
  return categories.length > 0 && view.written(['STA']).length === 0 ? [about('sta-missing', {}, [])] : []
}

/**
 * What the tokens say against each other, and what makes them doubtful together. Where braces keep statements apart,
 * only tokens of one statement are about the same data.
 */
export function checkConflicts(tokens: readonly CompactToken[]): Issue[] {
  const whole = viewTokens(tokens)
  const { outside, statements } = splitStatements(tokens)
  const general = viewTokens(outside)
  const single = statements.filter(statement => statement.length > 0).map(viewTokens)
  const parts = [general, ...single]
  return [
    ...contradict(whole, whole, ACCESS_CONTRADICTIONS),
    ...contradict(general, whole, GENERAL_CONTRADICTIONS),
    ...single.flatMap(statement => contradict(statement, statement, STATEMENT_CONTRADICTIONS)),
    ...checkAccess(whole),
    ...checkDisputes(whole),
    ...parts.flatMap(checkChoices),
    ...parts.flatMap(checkRetention),
    ...parts.flatMap(checkRepetition),
    ...checkState(whole),
  ]
}
