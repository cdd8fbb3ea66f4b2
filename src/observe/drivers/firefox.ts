import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BrowserDriver,
  BrowserFault,
  type OpenOptions,
  obeyed,
  type Session,
  type StoredCookie,
  sameSiteOf,
} from './driver.ts'
import type { Environment } from './find-executable.ts'
import { PLAIN, type Preferences, proxyPreferences, QUIET, writeUserJs } from './firefox-preferences.ts'
import { connectJsonRpc, type JsonRpc } from './json-rpc.ts'
import { freshFolder, startProcess } from './start-process.ts'

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

interface Context {
  readonly context: string
}

/** Runs an expression in the browser's own window, where `Services` is; it gives text. */
async function evaluate(rpc: JsonRpc, window: string, expression: string): Promise<string> {
  const reply = await rpc.call<{ result?: { value: string }; exceptionDetails?: { text: string } }>('script.evaluate', {
    expression,
    target: { context: window },
    awaitPromise: false,
  })
  if (reply.result === undefined) throw new BrowserFault(reply.exceptionDetails?.text ?? 'Firefox gave no answer')
  return reply.result.value
}

const readPreferences = `JSON.stringify(Object.fromEntries(${JSON.stringify(TOLD)}.map(name =>
  [name, String(Services.prefs.getPrefType(name) === 32 ? Services.prefs.getStringPref(name)
    : Services.prefs.getPrefType(name) === 64 ? Services.prefs.getIntPref(name) : Services.prefs.getBoolPref(name))])))`

async function readSettings(rpc: JsonRpc, window: string, mode: FirefoxMode): Promise<Record<string, string>> {
  const settings: Record<string, string> = JSON.parse(await evaluate(rpc, window, readPreferences))
  for (const [name, wanted] of Object.entries({ ...PARTITIONING, ...MODES[mode] }))
    if (settings[name] !== String(wanted)) throw new BrowserFault(`${name} is ${settings[name]}, not ${wanted}`)
  return settings
}

/** A private window's cookies stand apart, and BiDi does not tell which partition a cookie is in: ask the jar itself. */
const readJar = (mode: FirefoxMode) => `JSON.stringify(
  ${mode === 'private' ? `Services.cookies.getCookiesWithOriginAttributes('{"privateBrowsingId":1}')` : 'Services.cookies.cookies'}
    .map(c => ({ name: c.name, value: c.value, host: c.host, path: c.path, secure: c.isSecure, httpOnly: c.isHttpOnly,
      expiry: c.isSession ? null : c.expiry, sameSite: c.sameSite, partitionKey: c.originAttributes.partitionKey })))`

interface JarCookie extends Omit<StoredCookie, 'expires' | 'partition' | 'sameSite'> {
  readonly expiry: number | null
  readonly sameSite: number
  readonly partitionKey: string
}

/** `(https,example.com)`, with a port or the mark of a foreign ancestor behind, as `https://example.com`. */
function partitionSite(key: string): string | null {
  const [, scheme, host] = /^\(([^,]+),([^,)]+)/.exec(key) ?? []
  return scheme === undefined ? null : `${scheme}://${host}`
}

/** Seconds; newer versions of Firefox count milliseconds. */
const inSeconds = (expiry: number): number => (expiry > 1e11 ? expiry / 1000 : expiry)

/** nsICookie's numbers; 256 is for nothing said. */
const SAME_SITES: readonly (string | undefined)[] = ['None', 'Lax', 'Strict']

const storedCookie = ({ expiry, partitionKey, sameSite, ...cookie }: JarCookie): StoredCookie => ({
  ...cookie,
  expires: expiry === null ? null : inSeconds(expiry),
  partition: partitionSite(partitionKey),
  sameSite: sameSiteOf(SAME_SITES[sameSite]),
})

async function firstContext(rpc: JsonRpc, params: object): Promise<string> {
  const { contexts } = await rpc.call<{ contexts: Context[] }>('browsingContext.getTree', params)
  const [first] = contexts
  if (first === undefined) throw new BrowserFault('Firefox opened no window')
  return first.context
}

export function firefoxDriver(executable: string, mode: FirefoxMode, env: Environment): BrowserDriver {
  const open = async ({ proxy }: OpenOptions): Promise<Session> => {
    const folder = await freshFolder()
    await writeFile(
      join(folder, 'user.js'),
      writeUserJs({ ...QUIET, ...PLAIN, ...MODES[mode], ...proxyPreferences(proxy) }),
    )
    const running = await startProcess({
      command: executable,
      args: [
        '--headless',
        '--no-remote',
        '--profile',
        folder,
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
      ],
      // Release builds mind `services.settings.server` only so.
      env: { ...env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      ready: /WebDriver BiDi listening on (ws:\S+)/,
      folder,
    })
    try {
      const rpc = await connectJsonRpc(`${running.said}/session`)
      const { capabilities } = await rpc.call<{ capabilities: { browserVersion: string } }>('session.new', {
        capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
      })
      const page = await firstContext(rpc, {})
      const window = await firstContext(rpc, { 'moz:scope': 'chrome' })
      const settings = await readSettings(rpc, window, mode)
      return {
        version: capabilities.browserVersion,
        settings,
        tellsAll: true,
        navigate: url => obeyed(rpc.call('browsingContext.navigate', { context: page, url, wait: 'interactive' })),
        cookies: async () => {
          const jar: JarCookie[] = JSON.parse(await evaluate(rpc, window, readJar(mode)))
          return jar.map(storedCookie)
        },
        close: async () => {
          rpc.close()
          await running.end()
        },
      }
    } catch (error) {
      await running.end()
      throw error
    }
  }
  return { engine: 'firefox', mode, open }
}
