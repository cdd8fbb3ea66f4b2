import type { Engine } from '../model/index.ts'
import { KNOWN_CHATTER } from '../observe/index.ts'

/** Hosts that were asked for and ought not to have been. */
export const strangers = (engine: Engine, outside: ReadonlyMap<string, number>): readonly string[] =>
  [...outside.keys()].filter(host => !Object.hasOwn(KNOWN_CHATTER[engine], host)).sort()
