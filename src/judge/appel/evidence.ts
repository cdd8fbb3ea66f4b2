import type {
  P3pData,
  P3pDispute,
  P3pExtension,
  P3pPolicy,
  P3pStatement,
  P3pUse,
  XmlElement,
} from '../../model/index.ts'
import {
  BASE_SCHEMA_URI,
  PURPOSES,
  RECIPIENTS,
  referredCategories,
  type SchemaElements,
} from '../../vocabulary/index.ts'

/** An element of what a ruleset is held against. */
export interface Evidence {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Evidence[]
  /** The number of the STATEMENT it is in, from 1. */
  readonly statement: number | null
}

type Attributes = Readonly<Record<string, string | null | undefined>>

/** Makes the elements of one place in the policy: inside a statement, or outside of all. */
const maker =
  (statement: number | null) =>
  (name: string, attributes: Attributes = {}, children: readonly (Evidence | null)[] = []): Evidence => ({
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    children: children.filter(child => child !== null),
    statement,
  })

type Make = ReturnType<typeof maker>

/** The element, unless it would hold nothing. */
const wrap = (make: Make, name: string, children: readonly Evidence[]): Evidence | null =>
  children.length === 0 ? null : make(name, {}, children)

function foreign(make: Make, { name, attributes, children }: XmlElement): Evidence {
  return make(
    name,
    attributes,
    children.filter(child => typeof child !== 'string').map(child => foreign(make, child)),
  )
}

/** P3P 1.0, 3.5: `optional` is yes unless written. */
const extensionsIn = (make: Make, extensions: readonly P3pExtension[], within?: string): readonly Evidence[] =>
  extensions
    .filter(extension => extension.within === within)
    .map(({ mandatory, content }) => {
      const inner = content.filter(child => typeof child !== 'string').map(child => foreign(make, child))
      return make('EXTENSION', { optional: mandatory ? 'no' : 'yes' }, inner)
    })

const CHOICELESS: ReadonlySet<string> = new Set(
  [...PURPOSES, ...RECIPIENTS].filter(({ choice }) => !choice).map(({ id }) => id),
)

/** P3P 1.0, 3.3.4 and 3.3.5: `required` is always unless written. */
const use = (make: Make, { id, required, extensions }: P3pUse<string>): Evidence =>
  make(id, CHOICELESS.has(id) ? {} : { required: required ?? 'always' }, extensionsIn(make, extensions))

/** With the schema's URI left out where it is the base schema's: that is how patterns are written. */
const refOf = ({ ref, base }: P3pData): string => {
  const name = ref.startsWith(`${BASE_SCHEMA_URI}#`) ? ref.slice(BASE_SCHEMA_URI.length) : ref
  return base === null || base === '' || !name.startsWith('#') ? name : base + name
}

/** P3P 1.0, 3.3.7: `optional` is no unless written; a fixed element has the categories of its schema. */
function datum(make: Make, data: P3pData, own: SchemaElements | undefined): Evidence {
  const categories = referredCategories(data, own).map(id => make(id))
  return make('DATA', { ref: refOf(data), optional: data.optional ? 'yes' : 'no' }, [
    wrap(make, 'CATEGORIES', categories),
  ])
}

function dataGroups(make: Make, data: readonly P3pData[], own: SchemaElements | undefined): readonly Evidence[] {
  const bases = [...new Set(data.map(({ base }) => base))]
  return bases.map(base => {
    const members = data.filter(found => found.base === base).map(found => datum(make, found, own))
    return make('DATA-GROUP', { base: base ?? BASE_SCHEMA_URI }, members)
  })
}

function dispute(make: Make, { type, service, verification, shortDescription, ...rest }: P3pDispute): Evidence {
  const { src, alt } = rest.image ?? {}
  const attributes = { 'resolution-type': type, service, verification, 'short-description': shortDescription }
  return make('DISPUTES', attributes, [
    rest.longDescription === null ? null : make('LONG-DESCRIPTION'),
    rest.image === null ? null : make('IMG', { src, alt }),
    wrap(
      make,
      'REMEDIES',
      rest.remedies.map(id => make(id)),
    ),
    ...extensionsIn(make, rest.extensions),
  ])
}

function statementEvidence(statement: P3pStatement, number: number, own: SchemaElements | undefined): Evidence {
  const make = maker(number)
  const { consequence, nonIdentifiable, purposes, recipients, retentions, data, extensions } = statement
  const list = (name: string, terms: readonly Evidence[]) =>
    wrap(make, name, [...terms, ...extensionsIn(make, extensions, name)])
  return make('STATEMENT', {}, [
    consequence === null ? null : make('CONSEQUENCE'),
    nonIdentifiable ? make('NON-IDENTIFIABLE') : null,
    list(
      'PURPOSE',
      purposes.map(purpose => use(make, purpose)),
    ),
    list(
      'RECIPIENT',
      recipients.map(recipient => use(make, recipient)),
    ),
    list(
      'RETENTION',
      retentions.map(id => make(id)),
    ),
    ...dataGroups(make, data, own),
    ...extensionsIn(make, extensions),
  ])
}

/** The policy as its file would have it, with all that the schema gives by default. */
export function policyEvidence(policy: P3pPolicy, own: SchemaElements | undefined): Evidence {
  const make = maker(null)
  const { name, discuri, opturi, lang, access, disputes, entity, statements, extensions } = policy
  return make('POLICY', { name, discuri, opturi, 'xml:lang': lang }, [
    wrap(make, 'ENTITY', dataGroups(make, entity, own)),
    access === null ? null : make('ACCESS', {}, [make(access)]),
    wrap(
      make,
      'DISPUTES-GROUP',
      disputes.map(found => dispute(make, found)),
    ),
    ...statements.map((statement, at) => statementEvidence(statement, at + 1, own)),
    ...extensionsIn(make, extensions),
  ])
}

/** What is asked for. */
export const requestEvidence = (uri: string): Evidence => {
  const make = maker(null)
  return make('REQUEST-GROUP', {}, [make('REQUEST', { uri })])
}
