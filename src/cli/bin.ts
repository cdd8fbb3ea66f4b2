#!/usr/bin/env node
import { VERSION } from './version.ts'

/** The version is told before anything else is loaded. */
if (['--version', '-V', '-v', 'version'].includes(process.argv[2] ?? '')) {
  process.stdout.write(`${VERSION}\n`)
} else {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
