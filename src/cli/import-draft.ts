import { compile } from '../compile/index.ts'
import {
  type Draft,
  declarationFromP3p,
  type P3pSource,
  selectPolicy,
  sourceFromResponses,
} from '../declare/from-p3p/index.ts'
import { declareObject } from '../declare/index.ts'
import type { SourcedIssue } from '../fetch/index.ts'
import type { Language } from '../messages/index.ts'
import { type Issue, issue } from '../model/index.ts'
import { type FoundHere, type Gathered, isAddress } from './import-source.ts'

export interface NamedHash {
  readonly name: string
  /** Null: with its questions open it cannot be compiled. */
  readonly hash: string | null
}

/** What importing gave; no draft where there was no policy. */
export interface Imported {
  readonly draft: Draft | null
  readonly policies: readonly NamedHash[]
  readonly issues: readonly SourcedIssue[]
}

/** What a person asked for. */
export interface Wish {
  /** The file or address, as they wrote it. */
  readonly source: string
  /** Which policy; null: whichever is the page's. */
  readonly policy: string | null
  readonly language: Language
}

/** Of more policies in one file than this the hashes are not worth the wait. */
const MOST_HASHES = 50

function hashOf({ declaration }: Draft): string | null {
  const declared = declareObject(declaration)
  const compiled = declared.ok ? compile(declared.value.declaration) : declared
  return compiled.ok ? compiled.value.hash : null
}

const kindOf = (source: string): 'address' | 'input' | 'file' =>
  isAddress(source) ? 'address' : source === '-' ? 'input' : 'file'

const nothingFound = ({ source }: Wish): Issue => issue('import-nothing-found', { source, kind: kindOf(source) })

/** The policy that was asked for, or that the reference file names, or the first; and what the others are called. */
function importPolicies(found: FoundHere, siteUrl: string | null, wish: Wish): Imported {
  const told = (issues: readonly Issue[]) => issues.map(one => ({ source: found.label, issue: one }))
  const { policies, reference, name } = found
  const select = (asked: string | null) => selectPolicy(policies, asked, reference?.lang ?? null)
  const draftOf = (variants: P3pSource['variants']) =>
    declarationFromP3p(
      { variants, schema: policies.schema, reference, policyUrl: found.webUrl, siteUrl, cookies: [] },
      wish.language,
    )
  const selection = wish.policy === null ? (select(name) ?? select(null)) : select(wish.policy)
  if (selection === undefined) return { draft: null, policies: [], issues: told([nothingFound(wish)]) }
  const { variants, others } = selection
  const [lead] = variants
  const draft = draftOf(variants)
  const rest = others.slice(0, MOST_HASHES).map((other): NamedHash => {
    const selected = select(other)
    return { name: other, hash: selected === undefined ? null : hashOf(draftOf(selected.variants)) }
  })
  const data = { count: others.length + 1, name: lead.policy.name, others: others.join(', ') }
  const several = others.length > 0 && wish.policy === null ? [issue('import-several', data)] : []
  return {
    draft,
    policies: [{ name: lead.policy.name, hash: hashOf(draft) }, ...rest],
    issues: told([...several, ...draft.issues]),
  }
}

function importResponses({ responses, issues }: Gathered, wish: Wish): Imported {
  const told = (found: readonly Issue[]) => found.map(one => ({ source: wish.source, issue: one }))
  const { source, issues: read } = sourceFromResponses(responses)
  if (source === undefined) {
    const isTold = issues.some(({ issue: { severity } }) => severity === 'error')
    return { draft: null, policies: [], issues: isTold ? [] : told([nothingFound(wish)]) }
  }
  const draft = declarationFromP3p(source, wish.language)
  return { draft, policies: [{ name: '', hash: hashOf(draft) }], issues: told([...read, ...draft.issues]) }
}

/** A draft of a declaration from what was gathered: from full policies, or else from what headers tell. */
export function importGathered(gathered: Gathered, wish: Wish): Imported {
  const { found, siteUrl, issues } = gathered
  const imported = found === null ? importResponses(gathered, wish) : importPolicies(found, siteUrl, wish)
  return { ...imported, issues: [...issues, ...imported.issues] }
}
