import type { P3pDataSchema, P3pPolicy, P3pReferenceFile, P3pStatement } from '../../model/index.ts'
import { type DataElement, ownDataElements } from '../../vocabulary/index.ts'
import type { Variants } from './variants.ts'

/** A cookie seen to be set. */
export interface SeenCookie {
  readonly name: string
  /** With a leading dot where a Domain attribute made it so. */
  readonly host: string
  readonly path: string
  /** Seconds; null: until the browser is closed. */
  readonly lifetime: number | null
  readonly party: 'first' | 'third'
}

/** What a declaration is made from. */
export interface P3pSource {
  readonly variants: Variants
  readonly schema: P3pDataSchema | null
  /** The reference file that led to the policy, and the file's own address. */
  readonly reference: P3pReferenceFile | null
  /** Where the policy stood: what is relative in it is relative to this. */
  readonly policyUrl: string | null
  readonly siteUrl: string | null
  /** Cookies that were seen, where a recording told of them. */
  readonly cookies: readonly SeenCookie[]
}

/** The site's own data schema: what its elements are called, and of which categories they are. */
export interface OwnData {
  readonly elements: ReadonlyMap<string, DataElement>
  readonly names: ReadonlyMap<string, string>
}

export function ownDataOf(schema: P3pDataSchema | null): OwnData {
  const definitions = schema?.definitions ?? []
  return {
    elements: ownDataElements(definitions).elements,
    names: new Map(
      definitions.flatMap(({ name, shortDescription }) => (shortDescription ? [[name, shortDescription]] : [])),
    ),
  }
}

/** One statement of the policy, in every language. */
export interface StatementSource {
  readonly variants: Variants
  readonly at: number
  readonly own: OwnData
  /** Where it will stand in the declaration. */
  readonly path: readonly (string | number)[]
}

const NOTHING: P3pStatement = {
  consequence: null,
  nonIdentifiable: false,
  purposes: [],
  recipients: [],
  retentions: [],
  data: [],
  extensions: [],
}

export const statementOf = ({ at }: StatementSource, { statements }: P3pPolicy): P3pStatement =>
  statements[at] ?? NOTHING

/** The statement in the language that leads. */
export const leadStatement = (source: StatementSource): P3pStatement => statementOf(source, source.variants[0].policy)
