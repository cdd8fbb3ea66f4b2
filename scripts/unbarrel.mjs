// @ts-check
/**
 * Leads imports past the doors. A room is entered by its `index.ts`, which names all there is in it; a bundler that divides
 * its output by files would so give every verb everything. Here each name is taken from the file that holds it.
 */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'

const IMPORT = /^import \{([^}]*)\} from '(\.{1,2}\/[^']*index\.ts)'$/gm
const LISTED = /^export \{([^}]*)\} from '([^']+)'/gm
const ALL = /^export \* from '([^']+)'/gm
const TYPES = /^export type \{[^}]*\} from '[^']+'/gm

/**
 * The values of an import or export list: `a as b` is `a` there and `b` here.
 * @param {string} list
 */
const namesIn = list =>
  list
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && !name.startsWith('type '))
    .map(name => {
      const [there = '', here = there] = name.split(' as ')
      return { there, here }
    })

/** @typedef {{ readonly file: string, readonly name: string }} Place */

/** @type {Map<string, ReadonlyMap<string, Place>>} */
const doors = new Map()

/**
 * Each value that a door names, and where it comes from.
 * @param {string} door
 * @returns {ReadonlyMap<string, Place>}
 */
function placesBehind(door) {
  const known = doors.get(door)
  if (known !== undefined) return known
  const code = readFileSync(door, 'utf8').replace(TYPES, '')
  const places = new Map()
  for (const [, from = ''] of code.matchAll(ALL)) {
    for (const [name, place] of placesBehind(resolve(dirname(door), from))) places.set(name, place)
  }
  for (const [, list = '', from = ''] of code.matchAll(LISTED)) {
    for (const { there, here } of namesIn(list)) places.set(here, { file: resolve(dirname(door), from), name: there })
  }
  doors.set(door, places)
  return places
}

/**
 * @param {string} importer
 * @param {string} list
 * @param {string} from
 */
function lead(importer, list, from) {
  const door = resolve(dirname(importer), from)
  const places = placesBehind(door)
  return namesIn(list).map(({ there, here }) => {
    const { file, name } = places.get(there) ?? { file: door, name: there }
    const path = relative(dirname(importer), file).replaceAll('\\', '/')
    return `import { ${name} as ${here} } from '${path.startsWith('.') ? path : `./${path}`}'`
  })
}

/** @type {import('esbuild').Plugin} */
export const unbarrel = {
  name: 'unbarrel',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      return {
        contents: code.replace(IMPORT, (_, list, from) => lead(path, list, from).join('; ')),
        loader: 'ts',
      }
    })
  },
}
