// @ts-check
/** `npm run build`: messages, browser scripts, the library for importers, and the command as one bundle that starts fast. */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { oneVerb, quickVerbs } from './one-verb.mjs'
import { install, root, run } from './setup.mjs'
import { unbarrel } from './unbarrel.mjs'

/** What is run again and again. */
const QUICK_VERBS = ['check', 'explain']

const target = join(root, 'dist')
const beside = `${target}.new`
const before = `${target}.old`
const remove = { recursive: true, force: true }

install()
rmSync(beside, remove)
run('npx', ['tsx', 'scripts/compile-messages.ts'])
run('npx', ['tsx', 'scripts/bundle-client.ts'])
run('npx', ['tsx', 'scripts/bundle-page-scripts.ts'])
run('npx', ['tsc', '-p', 'tsconfig.build.json', '--outDir', beside])

const { build } = await import('esbuild')
/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  outdir: join(beside, 'bin'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Libraries as modules where they have them: of these only what is used comes along.
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
  // Smaller is faster to start: the engine reads all of it each time.
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  // Loaded only where they are needed, from where the user has them.
  external: ['ws', 'playwright-core', 'pg', '@electric-sql/pglite', 'kysely'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
}
await build({
  ...common,
  entryPoints: {
    candor: join(root, 'src/cli/bin.ts'),
    // A worker is a file of its own, beside the chunk that starts it.
    'survey-worker': join(root, 'src/survey/survey-worker.ts'),
  },
  splitting: true,
  plugins: [quickVerbs(QUICK_VERBS), unbarrel],
})
// These stand in one file a verb: two dozen chunks cost more to find and link than to read.
for (const verb of QUICK_VERBS)
  await build({
    ...common,
    entryPoints: { [verb]: join(root, 'src/cli/main.ts') },
    plugins: [oneVerb(verb), unbarrel],
  })

// What was built before stands until the new is whole.
rmSync(before, remove)
try {
  renameSync(target, before)
} catch {
  // The first build has none before it.
}
renameSync(beside, target)
rmSync(before, remove)
