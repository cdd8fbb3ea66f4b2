// @ts-check
/** `npm run build`: messages, browser scripts, the library for importers, and the command as one bundle that starts fast. */
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { oneVerb, quickVerbs } from './one-verb.mjs'
import { install, root, run } from './setup.mjs'
import { unbarrel } from './unbarrel.mjs'

/** What is run again and again, and words that let the engine see what is needed of it. */
const QUICK_VERBS = {
  check: [join(root, 'examples/quality-unit/candor.yaml')],
  explain: ['CAO PSA OUR'],
}

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
  platform: 'node',
  target: 'node20.19',
  // Libraries as modules where they have them: of these only what is used comes along.
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
  // Smaller is faster to start: the engine reads all of it each time.
  minify: true,
  legalComments: 'none',
  // Loaded only where they are needed, from where the user has them.
  external: ['ws', 'playwright-core', 'pg', '@electric-sql/pglite', 'kysely'],
  logLevel: 'warning',
}
await build({
  ...common,
  format: 'esm',
  entryPoints: { candor: join(root, 'src/cli/bin.ts') },
  plugins: [quickVerbs(Object.keys(QUICK_VERBS)), unbarrel],
})
await build({
  ...common,
  format: 'esm',
  charset: 'utf8',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  entryPoints: {
    main: join(root, 'src/cli/main.ts'),
    // A worker is a file of its own, beside the chunk that starts it.
    'survey-worker': join(root, 'src/survey/survey-worker.ts'),
  },
  splitting: true,
  plugins: [unbarrel],
})
// These stand in one file a verb: two dozen chunks cost more to find and link than to read. Beside it stands what the
// engine makes of it, which would cost a sixth of the time.
for (const [verb, words] of Object.entries(QUICK_VERBS)) {
  await build({
    ...common,
    format: 'cjs',
    charset: 'ascii',
    outExtension: { '.js': '.cjs' },
    entryPoints: { [verb]: join(root, 'src/cli/main.ts') },
    plugins: [oneVerb(verb), unbarrel],
  })
  const keep = [join(root, 'scripts/keep-compiled.mjs'), join(common.outdir, `${verb}.cjs`), verb, ...words]
  execFileSync(process.execPath, keep, { stdio: 'ignore' })
}

// What was built before stands until the new is whole.
rmSync(before, remove)
try {
  renameSync(target, before)
} catch {
  // The first build has none before it.
}
renameSync(beside, target)
rmSync(before, remove)
