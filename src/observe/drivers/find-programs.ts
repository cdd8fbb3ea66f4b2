import type { Engine } from '../../model/index.ts'
import { type Environment, findExecutable, type Wanted } from './find-executable.ts'

const CHROMIUM: Wanted = {
  variable: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  places: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
}

const FIREFOX: Wanted = {
  variable: 'FIREFOX_PATH',
  names: ['firefox-esr', 'firefox'],
  places: ['/snap/bin/firefox', '/opt/firefox/firefox'],
}

const WEBKIT_DRIVER: Wanted = { variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'] }

/** Distributions keep it out of `PATH`, each in a folder of its own. */
const MINI_BROWSER: Wanted = {
  variable: 'MINIBROWSER_PATH',
  names: ['MiniBrowser'],
  places: ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib', '/usr/lib64'].flatMap(
    folder => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map(name => `${folder}/${name}/MiniBrowser`),
  ),
}

const XVFB: Wanted = { variable: 'XVFB_PATH', names: ['Xvfb'] }

/** What each engine is made of, in the order in which it is given. */
const PROGRAMS: Readonly<Record<Engine, readonly Wanted[]>> = {
  chromium: [CHROMIUM],
  firefox: [FIREFOX],
  webkitgtk: [WEBKIT_DRIVER, MINI_BROWSER, XVFB],
}

/** Where an engine's programs are, or which of them lack. */
export type FoundPrograms = { readonly paths: readonly string[] } | { readonly missing: readonly string[] }

export function findPrograms(engine: Engine, env: Environment): FoundPrograms {
  const wanted = PROGRAMS[engine]
  const paths = wanted.map(program => findExecutable(program, env))
  const missing = wanted.filter((_, at) => paths[at] === undefined)
  return missing.length === 0
    ? { paths: paths.map(path => path ?? '') }
    : { missing: missing.map(({ names, variable }) => `${names[0]} (${variable})`) }
}
