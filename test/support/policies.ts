import { resolve } from 'node:path'
import type { Policy } from '../../src/model/index.ts'
import { loadPolicy } from '../../src/server/index.ts'

/** A policy from the examples, compiled from its file. */
export async function examplePolicy(name: 'quality-unit' | 'quality-unit-mended'): Promise<Policy> {
  const loaded = await loadPolicy(resolve(import.meta.dirname, `../../examples/${name}/candor.yaml`))
  if (!loaded.ok) throw new Error(loaded.issues.map(({ code }) => code).join(', '))
  return loaded.value
}
