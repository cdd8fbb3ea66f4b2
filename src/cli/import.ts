import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compile } from '../compile/index.ts'
import {
  countQuestions,
  type Draft,
  declarationFromP3p,
  type P3pSource,
  selectPolicy,
  sourceFromResponses,
  writeDraft,
} from '../declare/from-p3p/index.ts'
import { declareObject } from '../declare/index.ts'
import type { FoundPolicies, SourcedIssue } from '../fetch/index.ts'
import { cli, type Language, sayIssue } from '../messages/index.ts'
import { type Issue, issue } from '../model/index.ts'
import { type Gathered, gather, isAddress } from './import-source.ts'
import { createPaint, formatColumns, printable, SEVERITY_PAINT } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

interface NamedHash {
  readonly name: string
  /** Null: with its questions open it cannot be compiled. */
  readonly hash: string | null
}

/** What importing gave; no draft where there was no policy. */
interface Imported {
  readonly draft: Draft | null
  readonly policies: readonly NamedHash[]
  readonly issues: readonly SourcedIssue[]
}

/** More policies in one file than this are listed without their hashes. */
const MOST_HASHES = 50

function hashOf({ declaration }: Draft): string | null {
  const declared = declareObject(declaration)
  const compiled = declared.ok ? compile(declared.value.declaration) : declared
  return compiled.ok ? compiled.value.hash : null
}

const sourceOf = (found: FoundPolicies, variants: P3pSource['variants'], siteUrl: string | null): P3pSource => ({
  variants,
  schema: found.policies.schema,
  reference: found.reference,
  policyUrl: isAddress(found.url) && !found.url.startsWith('file:') ? found.url : null,
  siteUrl,
  cookies: [],
})

/** The policy that was asked for, or that the reference file names, or the first; and what the others are called. */
function importPolicies(
  found: FoundPolicies,
  asked: string | null,
  siteUrl: string | null,
  language: Language,
): Imported {
  const lang = found.reference?.lang ?? null
  const select = (name: string | null) => selectPolicy(found.policies, name, lang)
  const selection = asked === null ? (select(found.name) ?? select(null)) : select(asked)
  if (selection === undefined) return { draft: null, policies: [], issues: [] }
  const { variants, others } = selection
  const [{ policy }] = variants
  const draft = declarationFromP3p(sourceOf(found, variants, siteUrl), language)
  const several =
    others.length > 0 && asked === null
      ? [issue('import-several', { count: others.length + 1, name: policy.name, others: others.join(', ') })]
      : []
  const rest = others.slice(0, MOST_HASHES).map((name): NamedHash => {
    const other = select(name)
    const made = other && declarationFromP3p(sourceOf(found, other.variants, siteUrl), language)
    return { name, hash: made === undefined ? null : hashOf(made) }
  })
  return {
    draft,
    policies: [{ name: policy.name, hash: hashOf(draft) }, ...rest],
    issues: [...several, ...draft.issues].map(told => ({ source: found.url, issue: told })),
  }
}

function importResponses({ responses, issues }: Gathered, source: string, language: Language): Imported {
  const read = sourceFromResponses(responses)
  const told = (found: readonly Issue[]) => found.map(one => ({ source, issue: one }))
  if (read.source === undefined) {
    const nothing = issues.some(({ issue: { severity } }) => severity === 'error')
      ? []
      : [issue('import-nothing-found', { source })]
    return { draft: null, policies: [], issues: told(nothing) }
  }
  const draft = declarationFromP3p(read.source, language)
  return { draft, policies: [{ name: '', hash: hashOf(draft) }], issues: told([...read.issues, ...draft.issues]) }
}

function importGathered(gathered: Gathered, source: string, asked: string | null, language: Language): Imported {
  const { found, siteUrl, issues } = gathered
  const imported =
    found === null ? importResponses(gathered, source, language) : importPolicies(found, asked, siteUrl, language)
  return { ...imported, issues: [...issues, ...imported.issues] }
}

/** The form for programs. Fields may be added; none is renamed. */
function importJson({ draft, policies, issues }: Imported, language: Language): string {
  const told = issues.map(({ source, issue: found }) => ({
    code: found.code,
    severity: found.severity,
    text: sayIssue(found, language),
    file: source,
    line: found.at?.line ?? null,
    column: found.at?.column ?? null,
    path: found.path,
  }))
  return `${JSON.stringify({ declaration: draft?.declaration ?? null, policies, issues: told }, null, 2)}\n`
}

/** Line and column, the way editors take them. */
const placeOf = ({ at }: Issue): string => (at === undefined ? '' : `${at.line}:${at.column}`)

/** The problems of one source, each with its place. */
function listIssues(issues: readonly Issue[], { language, colour }: Io): string {
  const paint = createPaint(colour)
  return formatColumns(
    issues.map(found => [
      { text: placeOf(found), paint: paint.dim },
      { text: cli[language][`severity.${found.severity}`], paint: paint[SEVERITY_PAINT[found.severity]] },
      { text: `${printable(sayIssue(found, language))} [${found.code}]` },
    ]),
    2,
  )
}

/** What a person is told beside the result. */
function talk({ draft, issues }: Imported, io: Io) {
  const text = cli[io.language]
  const sources = [...new Set(issues.map(({ source }) => source))]
  for (const source of sources) {
    const found = issues.filter(told => told.source === source).map(told => told.issue)
    io.talk(`${printable(source)}\n${listIssues(found, io)}`)
  }
  const questions = draft === null ? 0 : countQuestions(draft.declaration)
  if (questions > 0) io.talk(`${text['import.questions']({ count: questions })}\n`)
}

function exitCode({ draft, issues }: Imported, source: string): ExitCode {
  const codes = issues.map(({ issue: { code } }) => code)
  if (draft === null && codes.some(code => code.startsWith('fetch-'))) return 3
  if (draft === null && !isAddress(source)) return 2
  return draft === null || issues.some(({ issue: { severity } }) => severity !== 'note') ? 1 : 0
}

async function writeOut(out: string, text: string, io: Io) {
  try {
    await writeFile(resolve(io.cwd, out), text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new WrongUse(cli[io.language]['import.unwritable']({ out, reason }))
  }
}

async function show(imported: Imported, source: string, args: VerbArguments, io: Io) {
  const { draft } = imported
  const json = flag(args, 'json')
  const out = textOption(args, 'out')
  const yaml = draft === null ? '' : writeDraft(draft, source, io.language)
  if (out !== undefined && draft !== null) await writeOut(out, yaml, io)
  if (json) io.out(importJson(imported, io.language))
  else if (out === undefined) io.out(yaml)
  if (!json) talk(imported, io)
}

export const verb: Verb = {
  options: {
    json: { type: 'boolean' },
    out: { type: 'string' },
    policy: { type: 'string' },
    strict: { type: 'boolean' },
    'allow-private': { type: 'boolean' },
  },
  run: async (args, io) => {
    const text = cli[io.language]
    const [source, ...more] = args.positionals
    if (source === undefined || more.length > 0) throw new WrongUse(text['import.nothing'])
    const options = { now: Date.now(), strict: flag(args, 'strict'), allowPrivate: flag(args, 'allow-private') }
    const asked = textOption(args, 'policy') ?? null
    const gathered = await gather(source, options, io)
    const imported = importGathered(gathered, source, asked, io.language)
    if (imported.draft === null && gathered.found !== null && asked !== null) {
      const names = gathered.found.policies.policies.map(policy => policy.name).join(', ')
      throw new WrongUse(text['import.policy-unknown']({ name: asked, names }))
    }
    await show(imported, source, args, io)
    return exitCode(imported, source)
  },
}
