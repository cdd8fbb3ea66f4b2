import { type BrowserDriver, BrowserFault, type OpenOptions, obeyed, type Session } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { PLAIN, type Preferences, proxyPreferences, QUIET } from './firefox-preferences.ts'
import { evaluateInWindow, startFirefox, storedCookies } from './firefox-process.ts'
import type { JsonRpc } from './json-rpc.ts'

const MODES = {
  standard: { 'browser.contentblocking.category': 'standard' },
  strict: { 'browser.contentblocking.category': 'strict' },
  private: { 'browser.contentblocking.category': 'standard', 'browser.privatebrowsing.autostart': true },
} as const satisfies Record<string, Preferences>

export type FirefoxMode = keyof typeof MODES

/** Both jars apart by top site: Firefox's own default, which no mode changes and none is named for without it. */
const PARTITIONING: Preferences = { 'network.cookie.cookieBehavior': 5, 'network.cookie.cookieBehavior.pbmode': 5 }

/** The settings that make a mode. */
const TOLD = [
  'browser.contentblocking.category',
  'browser.privatebrowsing.autostart',
  'network.cookie.cookieBehavior',
  'network.cookie.cookieBehavior.pbmode',
] as const

const readPreferences = `JSON.stringify(Object.fromEntries(${JSON.stringify(TOLD)}.map(name =>
  [name, String(Services.prefs.getPrefType(name) === 32 ? Services.prefs.getStringPref(name)
    : Services.prefs.getPrefType(name) === 64 ? Services.prefs.getIntPref(name) : Services.prefs.getBoolPref(name))])))`

async function readSettings(rpc: JsonRpc, window: string, mode: FirefoxMode): Promise<Record<string, string>> {
  const settings: Record<string, string> = JSON.parse(await evaluateInWindow(rpc, window, readPreferences))
  for (const [name, wanted] of Object.entries({ ...PARTITIONING, ...MODES[mode] }))
    if (settings[name] !== String(wanted)) throw new BrowserFault(`${name} is ${settings[name]}, not ${wanted}`)
  return settings
}

export function firefoxDriver(executable: string, mode: FirefoxMode, env: Environment): BrowserDriver {
  const open = async ({ proxy }: OpenOptions): Promise<Session> => {
    const preferences = { ...QUIET, ...PLAIN, ...MODES[mode], ...proxyPreferences(proxy) }
    const { rpc, version, page, window, close } = await startFirefox(executable, env, preferences, {
      acceptInsecureCerts: true,
    })
    try {
      const settings = await readSettings(rpc, window, mode)
      return {
        version,
        settings,
        tellsAll: true,
        navigate: url => obeyed(rpc.call('browsingContext.navigate', { context: page, url, wait: 'interactive' })),
        cookies: () => storedCookies(rpc, window, mode === 'private'),
        close,
      }
    } catch (error) {
      await close()
      throw error
    }
  }
  return { engine: 'firefox', mode, open }
}
