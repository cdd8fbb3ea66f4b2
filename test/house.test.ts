import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A room's rank: it may enter only rooms of lower rank. ARCHITECTURE.md draws the same house. */
const RANKS: Readonly<Record<string, number>> = {
  vocabulary: 0,
  model: 1,
  messages: 2,
  codec: 2,
  declare: 3,
  compile: 4,
  // Asks other people's servers, within bounds; what may be asked at all is also the browsers' rule.
  fetch: 4,
  // Of the disk, what Node does not do well enough for all who write.
  files: 4,
  publish: 5,
  judge: 5,
  observe: 5,
  sites: 5,
  store: 5,
  report: 6,
  enforce: 6,
  lab: 6,
  survey: 6,
  server: 7,
  cli: 8,
}

/** Rooms without node modules, DOM, clock, randomness, network: they run in any JavaScript runtime. */
const PURE = ['vocabulary', 'model', 'messages', 'codec', 'declare', 'compile', 'publish', 'judge', 'report']

const IMPURE =
  /\b(?:process|Buffer|window|document|localStorage|XMLHttpRequest|setTimeout|setInterval|queueMicrotask)\.|\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bsetTimeout\(|\bsetInterval\(|\bcrypto\.|\bperformance\./

/** Words in quotation marks do nothing. */
const withoutTexts = (code: string): string => code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "''")

const src = resolve(import.meta.dirname, '../src')

interface Source {
  readonly path: string
  readonly room: string
  readonly code: string
  readonly imports: readonly string[]
}

function readSource(path: string): Source {
  const code = readFileSync(join(src, path), 'utf8')
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const imports = [
    ...bare.matchAll(
      /(?:^|[\s;}])(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ]
  return { path, room: path.split('/')[0] ?? '', code: bare, imports: imports.map(match => match[1] ?? match[2] ?? '') }
}

const sources = (readdirSync(src, { recursive: true }) as string[])
  .map(path => path.replaceAll('\\', '/'))
  .filter(
    path => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.test-d.ts') && path.includes('/'),
  )
  .map(readSource)

const target = (source: Source, specifier: string) =>
  relative(src, resolve(src, dirname(source.path), specifier)).replaceAll('\\', '/')
const inner = (source: Source) =>
  source.imports.filter(specifier => specifier.startsWith('.')).map(specifier => target(source, specifier))

test('the house was read', () => {
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.some(source => source.imports.length > 0)).toBe(true)
})

describe.each(sources.map(source => [source.path, source] as const))('%s', (_, source) => {
  test('stands in a known room', () => {
    expect(RANKS).toHaveProperty(source.room)
  })

  test('enters only lower rooms, by their door', () => {
    for (const path of inner(source)) {
      const room = path.split('/')[0] ?? ''
      if (room === source.room) continue
      expect(RANKS[room], `${source.path} enters ${path}`).toBeLessThan(RANKS[source.room] ?? -1)
      expect(path, `${source.path} enters ${room} by a window`).toMatch(/^[a-z]+\/(?:[a-z0-9-]+\/)?index\.ts$/)
    }
  })
})

// Compiled messages are sentences, which may well speak of a document or a process.
const pure = sources.filter(({ room, path }) => PURE.includes(room) && !path.includes('/compiled/'))

test.each(pure.map(source => [source.path, source] as const))('%s is pure', (_, source) => {
  expect(source.imports.filter(specifier => specifier.startsWith('node:'))).toEqual([])
  expect(withoutTexts(source.code).match(IMPURE)?.[0]).toBeUndefined()
})

test('nothing imports itself in a circle, types included', () => {
  const edges = new Map(sources.map(source => [source.path, inner(source)]))
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) throw new Error(`circle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`)
    if (done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
})
