import { BrowserFault } from '../drivers/driver.ts'
import type { Looking } from '../looking/looking.ts'

/** What the browser keeps, each thing by its place and name with its value: to be compared, never told. */
export type Marks = ReadonlyMap<string, string>

/** Longer values are compared by how they begin and how long they are. */
const LONGEST = 2000

const STORAGE = `(() => {
  const found = []
  for (const [area, storage] of [['local', localStorage], ['session', sessionStorage]])
    for (let at = 0; at < Math.min(storage.length, 500); at++) {
      const value = storage.getItem(storage.key(at)) ?? ''
      found.push([area + ' ' + storage.key(at), value.length + ' ' + value.slice(0, ${LONGEST})])
    }
  return found
})()`

async function storageOf(looking: Looking): Promise<readonly (readonly [string, string])[]> {
  try {
    return await looking.evaluate<readonly (readonly [string, string])[]>(STORAGE)
  } catch (error) {
    // Some documents may have none, and say so by throwing.
    if (error instanceof BrowserFault) return []
    throw error
  }
}

export async function marksOf(looking: Looking): Promise<Marks> {
  const cookies = await looking.cookies()
  return new Map([
    ...cookies.map(
      ({ name, value, host, path, partition }) => [`cookie ${[host, path, partition, name].join(' ')}`, value] as const,
    ),
    ...(await storageOf(looking)),
  ])
}

/** `cookie-changed`, `storage-changed`: what is kept now and was not, or the other way round, or otherwise. */
export function signsOfChange(before: Marks, after: Marks): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(name => before.get(name) !== after.get(name))
  return [
    ...(names.some(name => name.startsWith('cookie ')) ? ['cookie-changed'] : []),
    ...(names.some(name => !name.startsWith('cookie ')) ? ['storage-changed'] : []),
  ]
}
