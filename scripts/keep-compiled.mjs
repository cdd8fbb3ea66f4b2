// @ts-check
/** `node scripts/keep-compiled.mjs FILE WORD...`: runs a bundle of one verb, and keeps what the engine compiled of it. */
import { writeFileSync } from 'node:fs'
import { compiledBeside, runBundle } from './compiled-verb.mjs'

const [file = '', ...words] = process.argv.slice(2)
const { exports, script } = runBundle(file)
await exports.main(words)
writeFileSync(compiledBeside(file), script.createCachedData())
