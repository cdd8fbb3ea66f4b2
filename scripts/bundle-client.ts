/** Bundles the scripts that run in a visitor's browser into modules the server can hand out from memory. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** Each script by where it starts and the module that will hold it. */
const SCRIPTS = [{ from: 'src/server/workbench/client/main.ts', to: 'src/server/generated/workbench-script.ts', name: 'WORKBENCH_SCRIPT' }] as const

function writeIfChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return
  } catch {
    mkdirSync(dirname(path), { recursive: true })
  }
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, text)
  renameSync(beside, path)
}

export async function bundleClients(): Promise<void> {
  for (const { from, to, name } of SCRIPTS) {
    const { outputFiles } = await build({
      entryPoints: [join(root, from)],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: ['es2020'],
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
    })
    const script = outputFiles[0]?.text ?? ''
    writeIfChanged(join(root, to), `// Made from ${from} by scripts/bundle-client.ts.\nexport const ${name}: string = ${JSON.stringify(script)}\n`)
  }
}

if (process.argv[1] === import.meta.filename) await bundleClients()
