/**
 * Writes `schema/candor.schema.json`, by which editors complete, explain and check a declaration, from the schema that
 * Candor itself reads declarations by. Only the canonical spelling is in it: what Candor forgives, an editor mends.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { declarationSchema, SCHEMA_ID } from '../src/declare/index.ts'
import { ANYWHERE } from '../src/declare/schema/surroundings.ts'
import { term } from '../src/messages/index.ts'
import { dataElements } from '../src/vocabulary/index.ts'

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const SAID: ReadonlyMap<string, unknown> = new Map(Object.entries(term.en))

const explain = (kind: string, id: string): string | undefined => {
  const means = SAID.get(`${kind}.${id}.means`) ?? SAID.get(`${kind}.${id}`)
  return typeof means === 'string' ? means : undefined
}

/** The tables whose keys are words of a vocabulary. */
const KEYED_BY: Readonly<Record<string, string>> = { purposes: 'purpose', recipients: 'recipient' }

/** What a definition says more than the schema does: what each of its words means, and the names of all data. */
function enrich(name: string, node: Node): Node {
  if (name === 'data-element') return { ...node, enum: [...dataElements().keys()] }
  const kind = KEYED_BY[name]
  if (kind !== undefined && isNode(node['properties'])) {
    const properties = Object.entries(node['properties']).map(([id, use]) => {
      const description = explain(kind, id)
      return [id, description === undefined ? use : { description, ...(use as Node) }]
    })
    return { ...node, properties: Object.fromEntries(properties) }
  }
  const words = Array.isArray(node['enum']) ? (node['enum'] as readonly string[]) : []
  const enumDescriptions = words.map(word => explain(name, word))
  return words.length > 0 && enumDescriptions.every(text => text !== undefined) ? { ...node, enumDescriptions } : node
}

/** Moves every part that has the name of a definition to that one place. */
function hoist(value: unknown, definitions: Map<string, Node>): unknown {
  if (Array.isArray(value)) return value.map(item => hoist(item, definitions))
  if (!isNode(value)) return value
  const { definition, description, ...node } = Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => key !== 'required' || (held as readonly string[]).length > 0)
      .map(([key, held]) => [key, hoist(held, definitions)]),
  )
  const described = description === undefined ? {} : { description }
  if (typeof definition !== 'string') return { ...described, ...node }
  if (!definitions.has(definition)) definitions.set(definition, enrich(definition, node))
  return { ...described, $ref: `#/definitions/${definition}` }
}

export function editorSchema(): string {
  const plain: JsonSchema = toJsonSchema(declarationSchema(ANYWHERE), {
    typeMode: 'input',
    overrideAction: ({ valibotAction: { type }, jsonSchema }) =>
      type === 'check' || type === 'glance' ? jsonSchema : undefined,
    errorMode: 'ignore',
  })
  const definitions = new Map<string, Node>()
  const { $schema: _, ...root } = hoist(plain, definitions) as Node
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_ID,
    title: 'Candor declaration',
    description: "What a site does with people's data.",
    ...root,
    definitions: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export const SCHEMA_FILE = join(import.meta.dirname, '../schema/candor.schema.json')

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(SCHEMA_FILE, '..'), { recursive: true })
  writeFileSync(SCHEMA_FILE, editorSchema())
}
