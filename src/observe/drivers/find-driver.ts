import type { Engine } from '../../model/index.ts'
import { type ChromiumMode, chromiumDriver } from './chromium.ts'
import type { BrowserDriver } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { findPrograms } from './find-programs.ts'
import { type FirefoxMode, firefoxDriver } from './firefox.ts'
import { type WebkitgtkMode, webkitgtkDriver } from './webkitgtk.ts'

export type BrowserMode =
  | { readonly engine: 'chromium'; readonly mode: ChromiumMode }
  | { readonly engine: 'firefox'; readonly mode: FirefoxMode }
  | { readonly engine: 'webkitgtk'; readonly mode: WebkitgtkMode }

/** A driver, or the programs that lack. */
export type FoundDriver =
  | { readonly driver: BrowserDriver }
  | { readonly engine: Engine; readonly missing: readonly string[] }

export function findDriver(browser: BrowserMode, env: Environment): FoundDriver {
  const { engine } = browser
  const found = findPrograms(engine, env)
  if ('missing' in found) return { engine, missing: found.missing }
  const [path = '', miniBrowser = '', display = ''] = found.paths
  if (engine === 'chromium') return { driver: chromiumDriver(path, browser.mode, env) }
  if (engine === 'firefox') return { driver: firefoxDriver(path, browser.mode, env) }
  return { driver: webkitgtkDriver({ driver: path, browser: miniBrowser, display }, browser.mode, env) }
}
