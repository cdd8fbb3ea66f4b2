import {
  type Issue,
  issue,
  type P3pDataSchema,
  type P3pPolicies,
  type P3pReferenceFile,
  type Result,
} from '../../model/index.ts'
import { ownDataElements, type SchemaElements } from '../../vocabulary/index.ts'
import { type LocatedElement, readXml } from '../xml/index.ts'
import { checkContent } from './check-content.ts'
import { OLD_NAMESPACES, P3P_NAMESPACE } from './namespaces.ts'
import { readLonePolicy, readPolicies } from './read-policies.ts'
import { readReferenceFile } from './read-reference-file.ts'
import { readSchema } from './read-schema.ts'
import { Reading } from './reading.ts'

/** What a P3P file can be. */
export type P3pDocument =
  | { readonly kind: 'reference'; readonly file: P3pReferenceFile }
  | { readonly kind: 'policies'; readonly policies: P3pPolicies }
  | { readonly kind: 'schema'; readonly schema: P3pDataSchema }

const ROOTS: Readonly<Record<string, (root: LocatedElement, reading: Reading) => P3pDocument>> = {
  META: (root, reading) => ({ kind: 'reference', file: readReferenceFile(root, reading) }),
  POLICIES: (root, reading) => ({ kind: 'policies', policies: readPolicies(root, reading) }),
  POLICY: (root, reading) => ({ kind: 'policies', policies: readLonePolicy(root, reading) }),
  DATASCHEMA: (root, reading) => ({ kind: 'schema', schema: readSchema(root, reading) }),
}

export interface DecodeOptions {
  /** What should stand here; the other kind is read too, and said to be the wrong one. Default: either. */
  readonly expected?: 'META' | 'POLICIES'
  /** As P3P 1.1 has it: a policy with an error counts as absent, and so does a file with one. Default: lax. */
  readonly strict?: boolean
  /** Data schemas that stand elsewhere, by URI. Default: none, and their elements are of whatever category is written. */
  readonly schemas?: ReadonlyMap<string, P3pDataSchema>
}

const elementsOf = (schemas: DecodeOptions['schemas']): ReadonlyMap<string, SchemaElements> =>
  new Map([...(schemas ?? [])].map(([uri, { definitions }]) => [uri, ownDataElements(definitions).elements]))

function checkNamespace(root: LocatedElement, reading: Reading) {
  const { namespace } = root
  if (namespace === P3P_NAMESPACE) return
  if (namespace === '') reading.report('p3p-namespace-missing', {}, root)
  else if (OLD_NAMESPACES.includes(namespace)) reading.report('p3p-namespace-old', { namespace }, root)
  else reading.report('p3p-namespace-unknown', { namespace }, root)
}

function checkKind(root: LocatedElement, expected: DecodeOptions['expected'], reading: Reading) {
  if (expected === undefined || (root.name === 'META') === (expected === 'META')) return
  reading.report('p3p-document-kind', { found: root.name, wanted: expected }, root)
}

/** The number of the POLICY that a problem is in; undefined where it is the file's. */
function policyOf({ path }: Issue): number | undefined {
  const at = path.lastIndexOf('POLICY')
  const number = at < 0 ? undefined : path[at + 1]
  return at === 0 ? 0 : typeof number === 'number' ? number : undefined
}

/** P3P 1.1, 6.4 in spirit: what breaks the specification is not relied on. Undefined: the file itself does. */
function withoutFaulty(doc: P3pDocument, issues: readonly Issue[]): P3pDocument | undefined {
  const faulty = new Set(issues.filter(found => found.severity === 'error').map(policyOf))
  if (faulty.has(undefined)) return undefined
  const sound = (all: P3pPolicies): P3pPolicies => ({
    ...all,
    policies: all.policies.filter((_, number) => !faulty.has(number)),
  })
  if (doc.kind === 'policies') return { kind: doc.kind, policies: sound(doc.policies) }
  if (doc.kind === 'reference' && doc.file.policies !== null) {
    return { kind: doc.kind, file: { ...doc.file, policies: sound(doc.file.policies) } }
  }
  return doc
}

/**
 * Any P3P file: a reference file, a policy file, a lone policy, a data schema, of any draft or the recommendation.
 * Reads what can be read, and tells everything that departs from the recommendation with its line and column.
 */
export function decodeP3p(input: string | Uint8Array, options: DecodeOptions = {}): Result<P3pDocument> {
  const xml = readXml(input)
  if (!xml.ok) return xml
  const { root, at } = xml.value
  const read = Object.hasOwn(ROOTS, root.name) ? ROOTS[root.name] : undefined
  if (read === undefined) {
    const unknown = issue('p3p-root-unknown', { element: root.name.slice(0, 80) }, { at: at(root) })
    return { ok: false, issues: [...xml.issues, unknown] }
  }
  const reading = new Reading(xml.value, elementsOf(options.schemas))
  checkNamespace(root, reading)
  checkKind(root, options.expected, reading)
  checkContent(root, reading)
  const doc = read(root, reading)
  const issues = [...xml.issues, ...reading.issues.toSorted(byPlace)]
  const value = options.strict ? withoutFaulty(doc, issues) : doc
  return value === undefined ? { ok: false, issues } : { ok: true, value, issues }
}

const byPlace = (a: Issue, b: Issue) =>
  (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)
