import type * as v from 'valibot'
import { CODES, type Issue, type IssueCode, issue, SEVERITIES, type Severity, type Span } from '../model/index.ts'
import { byPlace } from './by-place.ts'
import type { Gap, Gaps } from './gaps.ts'
import { MOST_ISSUES } from './limits.ts'
import { type Path, pathKey } from './path.ts'
import { type Flaw, flaw, simpleFlaw } from './shape/flaw.ts'
import { flawOf } from './shape/read.ts'
import type { Written } from './yaml/read-yaml.ts'

/** A flaw, and where it is. */
interface Found {
  readonly flaw: Flaw
  readonly path: Path
  readonly at: Span | undefined
}

/** The flaws of what is not there: it may be a question, or stand in a part of the text that could not be read. */
const LACKS: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'key-missing',
  'list-empty',
  'language-missing',
  'contact-missing',
  'categories-missing',
  'choices-page-missing',
  'practice-unknown',
  'practice-without-data',
  'practice-without-purpose',
  'practice-without-recipient',
  'practice-without-retention',
  'cookie-without-practice',
  'storage-without-practice',
])

/** One mistake that shows in many places is told at the first. */
const TOLD_ONCE: ReadonlySet<IssueCode> = new Set<IssueCode>(['choices-page-missing'])

/** What is wrong with a value as a whole: then nothing is said of the gaps in it. */
const WHOLE: ReadonlySet<IssueCode> = new Set<IssueCode>(['key-unknown', 'term-unknown', 'kind-wrong'])

/** What is found where nothing stands: that it was refused was told before; a question is asked again. */
function inGap(found: Flaw, { why, question }: Gap): Flaw | undefined {
  if (why === 'refused') return undefined
  const asked = why === 'question' && (LACKS.has(found.code) || found.code === 'kind-wrong')
  return asked ? flaw('question-required', () => ({ question })) : found
}

/** What is told of a gap that the schema has nothing against. */
function leftOpen({ why, question }: Gap): Flaw | undefined {
  if (why === 'refused') return undefined
  return why === 'question' ? flaw('question-open', () => ({ question })) : simpleFlaw('value-empty')
}

/** Something may have been merged in that was refused: then what lacks may not. */
const isMerged = (path: Path, { gapAt }: Gaps): boolean => gapAt([...path.slice(0, -1), '<<']) !== undefined

function schemaFlaws(raw: readonly v.BaseIssue<unknown>[], gaps: Gaps, { locate }: Written): readonly Found[] {
  return raw.flatMap((each): readonly Found[] => {
    const path = (each.path ?? []).map(({ key }) => key as string | number)
    const gap = gaps.gapAt(path)
    const found = gap === undefined ? flawOf(each) : inGap(flawOf(each), gap)
    if (found === undefined || (LACKS.has(found.code) && isMerged(path, gaps))) return []
    return [{ flaw: found, path, at: locate(path, gap === undefined ? each.path?.at(-1)?.origin : 'value') }]
  })
}

function openGaps(flaws: readonly Found[], { gaps }: Gaps, { locate }: Written): readonly Found[] {
  const told = new Set(flaws.map(({ path }) => pathKey(path)))
  const whole = new Set(flaws.filter(({ flaw }) => WHOLE.has(flaw.code)).map(({ path }) => pathKey(path)))
  const isCovered = ({ path }: Gap) =>
    told.has(pathKey(path)) || path.some((_, depth) => whole.has(pathKey(path.slice(0, depth))))
  return [...gaps].flatMap((gap): readonly Found[] => {
    const found = isCovered(gap) ? undefined : leftOpen(gap)
    return found === undefined ? [] : [{ flaw: found, path: gap.path, at: locate(gap.path) }]
  })
}

/** Whether what was found can be trusted where the text breaks off in the middle. */
const isSure =
  ({ brokenFrom }: Written) =>
  ({ flaw, at }: Found): boolean =>
    brokenFrom === Number.POSITIVE_INFINITY || (!LACKS.has(flaw.code) && (at?.line ?? 0) < brokenFrom)

function onceEach(found: readonly Found[]): readonly Found[] {
  const told = new Set<IssueCode>()
  return found.filter(({ flaw: { code } }) => {
    const again = TOLD_ONCE.has(code) && told.has(code)
    told.add(code)
    return !again
  })
}

const placed = (found: Issue, at: Span | undefined): Issue => (at === undefined ? found : { ...found, at })

/** What may be told: how grave it is and where, and only then, if there is room for it, what. */
interface Candidate {
  readonly severity: Severity
  readonly at: Span | undefined
  readonly tell: () => Issue
}

const fromIssue = (found: Issue): Candidate => ({ severity: found.severity, at: found.at, tell: () => found })

const fromFlaw = ({ flaw: { code, data }, path, at }: Found): Candidate => ({
  severity: CODES[code].severity,
  at,
  tell: () => placed(issue(code, data(), { path }), at),
})

/** The gravest are told if there are too many, all in the order of the text. */
function tellMost(candidates: readonly Candidate[]): readonly Issue[] {
  const gravest = SEVERITIES.flatMap(severity => candidates.filter(found => found.severity === severity).sort(byPlace))
  const issues = gravest
    .slice(0, MOST_ISSUES)
    .sort(byPlace)
    .map(({ tell }) => tell())
  const more = candidates.length - issues.length
  return more === 0 ? issues : [...issues, issue('issues-more', { count: more })]
}

/** Everything that is wrong with a text, in its order. */
export function findIssues(raw: readonly v.BaseIssue<unknown>[], gaps: Gaps, written: Written): readonly Issue[] {
  const found = schemaFlaws(raw, gaps, written)
  const flaws = onceEach([...found, ...openGaps(found, gaps, written)].filter(isSure(written)).sort(byPlace))
  const others = gaps.issues.map(told => placed(told, written.locate(told.path, 'key')))
  return tellMost([...written.issues.map(fromIssue), ...others.map(fromIssue), ...flaws.map(fromFlaw)])
}
