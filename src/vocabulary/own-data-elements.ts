import { baseStructure } from './data-elements.ts'
import { BASE_SCHEMA_URI, type SchemaDefinition, type SchemaNode } from './data-schema.ts'
import { type DataElement, expandNode, type Structure, type Walk } from './expand-nodes.ts'

/** The base schema has 316 elements and sets; a schema that stands for more than this is an attack. */
export const SCHEMA_LIMIT = 20_000

const DEEPEST = 16

/** What is wrong with a definition; `at` is its place in the list. */
export interface SchemaFault {
  readonly kind: 'name' | 'structure-unknown' | 'circular' | 'mixed' | 'large'
  readonly at: number
}

/** A data schema of a site's own, each name with what it stands for. */
export interface OwnSchema {
  readonly elements: ReadonlyMap<string, DataElement>
  readonly faults: readonly SchemaFault[]
}

/** P3P 1.0, 5.3: parts of letters, digits, `-`, `_` and such with dots between; none begins with a digit. */
const isSchemaName = (name: string) =>
  name.length <= 255 &&
  name.split('.').length <= DEEPEST &&
  /^[\p{L}_:][\p{L}\p{M}\p{N}_:-]*(?:\.[\p{L}_:][\p{L}\p{M}\p{N}_:-]*)*$/u.test(name)

/** `#x` and `…/base#x` name structures here and in the base schema; any other schema was not read. */
function splitStructref(structref: string): readonly [schema: 'own' | 'base' | 'foreign', name: string] {
  const hash = structref.indexOf('#')
  const [uri, name] = hash < 0 ? ['', structref] : [structref.slice(0, hash), structref.slice(hash + 1)]
  return [uri === '' ? 'own' : uri === BASE_SCHEMA_URI ? 'base' : 'foreign', name]
}

const nodeOf = ({ structref, categories }: SchemaDefinition, name: string): SchemaNode => ({
  name,
  ...(structref === null ? {} : { type: structref }),
  categories: categories.length > 0 ? categories : 'variable',
})

/** The structures by name, and by every dotted beginning of a name, so that `#date.ymd` finds `date.ymd.year`. */
function indexStructures(definitions: readonly SchemaDefinition[]) {
  const exact = new Map<string, SchemaDefinition>()
  const members = new Map<string, SchemaNode[]>()
  for (const definition of definitions) {
    const { kind, name } = definition
    if (kind !== 'structure' || !isSchemaName(name)) continue
    exact.set(name, definition)
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const list = members.get(name.slice(0, dot)) ?? []
      members.set(name.slice(0, dot), list)
      list.push(nodeOf(definition, name.slice(dot + 1)))
    }
  }
  return { exact, members }
}

type StructureIndex = ReturnType<typeof indexStructures>

/** A structure by its reference. One that is only another name for a structure is followed, but not for ever. */
function findStructure(structref: string, index: StructureIndex): Structure | undefined {
  let categories: Structure['categories']
  let sought = structref
  for (let steps = 0; steps < DEEPEST; steps++) {
    const [schema, name] = splitStructref(sought)
    const definition = schema === 'own' ? index.exact.get(name) : undefined
    if (definition !== undefined && definition.categories.length > 0) categories ??= definition.categories
    const members = schema === 'own' ? index.members.get(name) : schema === 'base' ? baseStructure(name)?.members : []
    if (members !== undefined || definition?.structref === null) {
      return { members: members ?? [], ...(categories === undefined ? {} : { categories }) }
    }
    if (definition?.structref == null) return undefined
    sought = definition.structref
  }
  return undefined
}

/** What the definitions of a DATASCHEMA stand for, with every element, set and member by its full name. */
export function ownDataElements(definitions: readonly SchemaDefinition[]): OwnSchema {
  const index = indexStructures(definitions)
  const faults: SchemaFault[] = []
  const seen = new Set<string>()
  const found = new Map<string, DataElement>()
  const families = new Map<string, DataElement>()
  let at = 0
  const complain = (kind: SchemaFault['kind']) => {
    if (faults.at(-1)?.at !== at || faults.at(-1)?.kind !== kind) faults.push({ kind, at })
  }
  const structureOf: Walk['structureOf'] = (type, trail) => {
    if (trail.includes(type)) complain('circular')
    else if (trail.length >= DEEPEST || found.size + families.size > SCHEMA_LIMIT) complain('large')
    else {
      const structure = findStructure(type, index)
      if (structure === undefined) complain('structure-unknown')
      return structure
    }
    return undefined
  }
  for (const definition of definitions) {
    const { kind, name } = definition
    const family = kind === 'structure' ? (name.split('.', 1)[0] ?? '') : name
    if (!isSchemaName(name)) complain('name')
    else if (!seen.has(`${kind} ${family}`)) {
      seen.add(`${kind} ${family}`)
      if (kind === 'element') expandNode(nodeOf(definition, name), '', { trail: [] }, { structureOf, found })
      else if (
        expandNode({ name: family, type: `#${family}` }, '', { trail: [] }, { structureOf, found: families }).mixed
      )
        complain('mixed')
    }
    at += 1
  }
  return { elements: found, faults }
}
