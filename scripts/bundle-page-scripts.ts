/** Bundles what Candor runs in other people's pages while it looks at them. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { writeIfChanged } from './write-if-changed.ts'

const root = join(import.meta.dirname, '..')
const entry = 'src/observe/choosing/page/main.ts'

async function bundlePageScripts(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'choices',
    platform: 'browser',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  const script = (outputFiles[0]?.text ?? '').trim()
  writeIfChanged(
    join(root, 'src/observe/generated/choices-script.ts'),
    `// Made from ${entry} by scripts/bundle-page-scripts.ts.\nexport const CHOICES_SCRIPT: string = ${JSON.stringify(script)}\n`,
  )
}

if (process.argv[1] === import.meta.filename) await bundlePageScripts()
