/**
 * `npm run api`: writes what each sub-path of the package exports to `api/*.txt`, so that a change of the public surface
 * shows in review. Read from the sources' own export lists; the tests hold the files to it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>
}

const DECLARED = /^export (?:declare )?(?:abstract )?(?:async )?(const|function|class|interface|type) (\w+)/gm
const LISTED = /^export (type )?\{([^}]*)\}(?: from '([^']+)')?/gm
const ALL = /^export \* from '([^']+)'/gm

const kindOf = (keyword: string | undefined): string =>
  keyword === 'interface' || keyword === 'type' ? 'type' : 'value'

/** Every name a module exports, with whether it is a type or a value. */
function exportsOf(path: string): readonly string[] {
  const code = readFileSync(path, 'utf8')
  const declared = [...code.matchAll(DECLARED)].map(match => `${kindOf(match[1])} ${match[2]}`)
  const listed = [...code.matchAll(LISTED)].flatMap(([, allTypes, names = '']) =>
    names
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
      .map(
        name =>
          `${allTypes !== undefined || name.startsWith('type ') ? 'type' : 'value'} ${name.replace(/^type /, '').replace(/^.* as /, '')}`,
      ),
  )
  const passed = [...code.matchAll(ALL)].flatMap(([, from = '']) => exportsOf(resolve(dirname(path), from)))
  return [...declared, ...listed, ...passed]
}

/** The public surface: for each sub-path the file that tells it, and its text. */
export function publicSurface(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const surface = new Map<string, string>()
  for (const [path, entry] of Object.entries(manifest.exports)) {
    if (typeof entry === 'string') continue
    const source = join(root, entry.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
    const file = path === '.' ? 'candor.txt' : `${path.slice(2)}.txt`
    surface.set(file, `${[...new Set(exportsOf(source))].sort().join('\n')}\n`)
  }
  return surface
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(root, 'api'), { recursive: true })
  for (const [file, text] of publicSurface()) writeFileSync(join(root, 'api', file), text)
}
