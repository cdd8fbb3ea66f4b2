import type { Engine } from '../../model/index.ts'
import { type ChromiumMode, chromiumDriver } from './chromium.ts'
import type { BrowserDriver } from './driver.ts'
import { type Environment, findExecutable, type Wanted } from './find-executable.ts'
import { type FirefoxMode, firefoxDriver } from './firefox.ts'
import { type WebkitgtkMode, webkitgtkDriver } from './webkitgtk.ts'

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

export type BrowserMode =
  | { readonly engine: 'chromium'; readonly mode: ChromiumMode }
  | { readonly engine: 'firefox'; readonly mode: FirefoxMode }
  | { readonly engine: 'webkitgtk'; readonly mode: WebkitgtkMode }

/** A driver, or the programs that lack. */
export type FoundDriver =
  | { readonly driver: BrowserDriver }
  | { readonly engine: Engine; readonly missing: readonly string[] }

/** The driver that is made of all these programs, or which of them lack. */
function madeOf(
  engine: Engine,
  wanted: readonly Wanted[],
  env: Environment,
  make: (...paths: string[]) => BrowserDriver,
): FoundDriver {
  const paths = wanted.map(program => findExecutable(program, env))
  const missing = wanted.filter((_, at) => paths[at] === undefined)
  return missing.length === 0
    ? { driver: make(...paths.map(path => path ?? '')) }
    : { engine, missing: missing.map(({ names, variable }) => `${names[0]} (${variable})`) }
}

export function findDriver(browser: BrowserMode, env: Environment): FoundDriver {
  const { engine } = browser
  if (engine === 'chromium')
    return madeOf(engine, [CHROMIUM], env, (path = '') => chromiumDriver(path, browser.mode, env))
  if (engine === 'firefox') return madeOf(engine, [FIREFOX], env, (path = '') => firefoxDriver(path, browser.mode, env))
  return madeOf(engine, [WEBKIT_DRIVER, MINI_BROWSER, XVFB], env, (driver = '', miniBrowser = '', display = '') =>
    webkitgtkDriver({ driver, browser: miniBrowser, display }, browser.mode, env),
  )
}
