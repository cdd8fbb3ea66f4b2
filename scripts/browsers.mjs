// @ts-check
/** Finds the browsers the tests drive, and fetches a Chromium where there is none and one may be had. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findProgram, root, say } from './setup.mjs'

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const require = createRequire(import.meta.url)

/** @returns {string | undefined} the one Playwright has downloaded */
function playwrightChromium() {
  const path = require('playwright-core').chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** @returns {string | undefined} */
function findChromium() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return existsSync(asked) ? asked : undefined
  return findProgram(CHROMIUMS) ?? playwrightChromium()
}

/** @param {readonly string[]} packages */
function installDebianPackages(packages) {
  if (process.getuid?.() !== 0 || findProgram(['apt-get']) === undefined) return
  say(`Installing ${packages.join(', ')} ...`)
  const options = {
    stdio: /** @type {const} */ (['ignore', 'ignore', 2]),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}

function downloadChromium() {
  say('Downloading Chromium with Playwright ...')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 })
}

/**
 * Makes a Chromium available to the tests by CHROMIUM_PATH, and says what will be skipped for want of a browser.
 * Firefox and WebKitGTK are installed only by CI: a person's machine gets no more than it must have.
 */
export function prepareBrowsers() {
  const ci = process.env['CI'] === 'true'
  const others = [
    { name: 'Firefox', programs: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] },
    { name: 'WebKitGTK', programs: ['WebKitWebDriver'], packages: ['webkit2gtk-driver'] },
    { name: 'Xvfb (for WebKitGTK)', programs: ['Xvfb'], packages: ['xvfb'] },
  ]
  const missing = ci ? others.filter(other => findProgram(other.programs) === undefined) : []
  const wanted = [...(findChromium() === undefined ? ['chromium'] : []), ...missing.flatMap(other => other.packages)]
  if (wanted.length > 0) installDebianPackages(wanted)
  if (findChromium() === undefined) downloadChromium()

  const chromium = findChromium()
  if (chromium === undefined)
    say('No Chromium: the tests that open pages are skipped. Install one or set CHROMIUM_PATH.')
  else process.env['CHROMIUM_PATH'] = chromium
  for (const other of others) {
    if (findProgram(other.programs) === undefined) say(`No ${other.name}: the tests that need it are skipped.`)
  }
}
