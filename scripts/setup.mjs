// @ts-check
/** What `npm start` and `npm test` do first on a fresh clone. Plain JavaScript: nothing is installed yet when it runs. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** @param {string} text */
export const say = text => void process.stderr.write(`${text}\n`)

/**
 * Runs a command in the project's folder with its output shown; ends this process with its exit code if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
  const { status, error } = spawnSync(command, [...args], { cwd: root, stdio: ['ignore', 2, 2] })
  if (error) say(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/** @param {string} path */
const changedAt = path => (existsSync(path) ? statSync(path).mtimeMs : 0)

/** @param {string} folder @returns {number} */
function newestIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && !/\/(compiled|generated)$/.test(entry.parentPath))
  return Math.max(0, ...files.map(entry => changedAt(join(entry.parentPath, entry.name))))
}

/** Installs from the lock file when the modules are missing or older than it. */
export function install() {
  const installed = changedAt(join(root, 'node_modules/.package-lock.json'))
  if (installed > 0 && installed >= changedAt(join(root, 'package-lock.json'))) return
  say('Installing from the lock file ...')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Builds when a source is newer than the last build. */
export function build() {
  const built = changedAt(join(root, 'dist/bin/candor.js'))
  const sources = Math.max(...['src', 'messages', 'scripts'].map(folder => newestIn(join(root, folder))))
  if (built > 0 && built >= Math.max(sources, changedAt(join(root, 'package.json')))) return
  say('Building ...')
  run(process.execPath, [join(root, 'scripts/build.mjs')])
}

/**
 * The first of the programs that is on the PATH.
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path))
}
