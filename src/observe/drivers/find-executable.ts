import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Wanted {
  /** The environment variable that names the executable outright. */
  readonly variable: string
  /** Names to look for along `PATH`, the best first. */
  readonly names: readonly string[]
  /** Places outside `PATH` where packages put it. */
  readonly places?: readonly string[]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function findExecutable(wanted: Wanted, env: Environment): string | undefined {
  const named = env[wanted.variable]
  if (named) return isExecutable(named) ? named : undefined
  const folders = (env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  const candidates = wanted.names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...candidates, ...(wanted.places ?? [])].find(isExecutable)
}
