// @ts-check
/** Part of the command as it is built: how a bundle of one verb is run with the machine's own form of it beside it. */

/**
 * What the build left of the engine's work. Only the very engine that did it may use it: the name tells which.
 * @param {string} file
 */
export const compiledBeside = file => `${file}.${process.version}-${process.arch}`

/**
 * Runs a bundle, and gives the script as well, so that what it was compiled to can be kept. An engine for which nothing
 * was kept, or which does not trust it, compiles the source as ever.
 * @param {string} file
 * @returns {{ readonly exports: typeof import('../src/cli/main.ts'), readonly script: import('node:vm').Script }}
 */
export function runBundle(file) {
  // Not imported: the version is told without them.
  const { existsSync, readFileSync } = process.getBuiltinModule('node:fs')
  const { createRequire, wrap } = process.getBuiltinModule('node:module')
  const { Script } = process.getBuiltinModule('node:vm')
  const compiled = compiledBeside(file)
  const script = new Script(wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(existsSync(compiled) && { cachedData: readFileSync(compiled) }),
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module)
  return { exports: /** @type {typeof import('../src/cli/main.ts')} */ (module.exports), script }
}
