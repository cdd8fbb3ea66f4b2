#!/usr/bin/env node
import { VERSION } from './version.ts'

/** Verbs that stand in files of their own (scripts/build.mjs): there they start without a search for chunks. */
const QUICK_VERBS = ['check', 'explain']

type Main = typeof import('./main.ts')

function load(verb: string): Promise<Main> {
  return QUICK_VERBS.includes(verb) ? import(new URL(`./${verb}.js`, import.meta.url).href) : import('./main.ts')
}

/** The version is told before anything else is loaded. */
if (process.argv[2] === '--version' || process.argv[2] === '-V') {
  process.stdout.write(`${VERSION}\n`)
} else {
  const { main } = await load(process.argv[2] ?? '')
  process.exitCode = await main(process.argv.slice(2))
}
