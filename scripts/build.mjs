// @ts-check
/** `npm run build`: messages, browser scripts, the library for importers, and the command as one bundle that starts fast. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, root, run } from './setup.mjs'

install()
rmSync(join(root, 'dist'), { recursive: true, force: true })
run('npx', ['tsx', 'scripts/compile-messages.ts'])
run('npx', ['tsx', 'scripts/bundle-client.ts'])
run('npx', ['tsc', '-p', 'tsconfig.build.json'])

const { build } = await import('esbuild')
/** Loaded only where they are needed, from where the user has them. */
const external = ['ws', 'playwright-core']
await build({
  entryPoints: {
    candor: join(root, 'src/cli/bin.ts'),
    // A worker is a file of its own, beside the chunk that starts it.
    'survey-worker': join(root, 'src/survey/survey-worker.ts'),
  },
  outdir: join(root, 'dist/bin'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  legalComments: 'none',
  external,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
