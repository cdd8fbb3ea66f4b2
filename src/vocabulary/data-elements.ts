import { DATA_SETS, DATA_STRUCTURES } from './data-schema.ts'
import { type DataElement, expandNode, type Structure, type Walk } from './expand-nodes.ts'

/** A structure of the base data schema by its name: `postal`, or a part of one: `date.ymd`. */
export function baseStructure(name: string): Structure | undefined {
  const dot = name.indexOf('.')
  const family = dot < 0 ? name : name.slice(0, dot)
  const rest = dot < 0 ? '' : name.slice(dot + 1)
  const nodes = Object.hasOwn(DATA_STRUCTURES, family) ? DATA_STRUCTURES[family] : undefined
  if (nodes === undefined || rest === '') return nodes && { members: nodes }
  const whole = nodes.find(node => node.name === rest)
  if (whole?.type !== undefined) return baseStructure(whole.type)
  const below = nodes.filter(node => node.name.startsWith(`${rest}.`))
  const members = below.map(node => ({ ...node, name: node.name.slice(rest.length + 1) }))
  return whole === undefined && members.length === 0 ? undefined : { members }
}

function expandAll(): ReadonlyMap<string, DataElement> {
  const found = new Map<string, DataElement>()
  const walk: Walk = { structureOf: baseStructure, found }
  for (const [set, nodes] of Object.entries(DATA_SETS)) {
    for (const node of nodes) expandNode({ ...node, name: `${set}.${node.name}` }, '', { trail: [] }, walk)
  }
  return found
}

let expanded: ReadonlyMap<string, DataElement> | undefined

/** Every element and set of the base data schema by its full name, e.g. `user.home-info.postal.street`. */
export function dataElements(): ReadonlyMap<string, DataElement> {
  expanded ??= expandAll()
  return expanded
}
