import { DOOR_MODES, nearestWord, type Policy } from '../../model/index.ts'
import type { DoorOptions } from './door.ts'

const listed = (words: readonly string[]): string => words.map(word => `"${word}"`).join(', ')

/** What is there instead of a word that is not, and which of it was probably meant. */
function instead(written: string, words: readonly string[]): string {
  const meant = nearestWord(written, words)
  return `There ${words.length === 1 ? 'is' : 'are'} ${listed(words)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`
}

/** A mode that nobody knows, or one for a practice that is not there, would hold nobody to anything: better to stop at once. */
export function checkModes({ practices }: Policy, options: DoorOptions): void {
  const ids = practices.map(({ id }) => id)
  const modes = Object.entries(options.practices ?? {})
  for (const [id] of modes)
    if (!ids.includes(id)) throw new RangeError(`createDoor: the policy has no practice "${id}". ${instead(id, ids)}`)
  for (const mode of [options.mode, ...modes.map(([, mode]) => mode)])
    if (mode !== undefined && !DOOR_MODES.includes(mode))
      throw new RangeError(`createDoor: there is no mode "${mode}". ${instead(mode, DOOR_MODES)}`)
}
