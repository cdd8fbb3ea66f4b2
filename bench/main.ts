/** Runs every bench, or those named: each is a file here that exports `bench()`. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Measures and prints; resolves to whether every figure reached its mark. */
type Bench = () => Promise<boolean>

const NOT_BENCHES = ['main.ts', 'harness.ts']
const asked = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.ts') && !NOT_BENCHES.includes(file))
const chosen = files.filter(file => asked.length === 0 || asked.includes(file.slice(0, -3)))

if (chosen.length === 0) {
  console.error(`No such bench. There are: ${files.map(file => file.slice(0, -3)).join(', ')}`)
  process.exitCode = 2
}
for (const file of chosen) {
  const { bench } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as { bench: Bench }
  console.log(`\n${file.slice(0, -3)}`)
  if (!(await bench())) process.exitCode = 1
}
