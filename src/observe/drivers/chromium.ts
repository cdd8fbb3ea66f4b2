import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserDriver, BrowserFault, type OpenOptions, type Session, type StoredCookie } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { connectJsonRpc, type JsonRpc } from './json-rpc.ts'
import { freshFolder, startProcess } from './start-process.ts'

/** Chromium's setting for third-party cookies: 0 allowed, 1 blocked, 2 blocked in Incognito only (Chrome's default). */
const COOKIE_CONTROLS = 'profile.cookie_controls_mode'

interface Mode {
  readonly args: readonly string[]
  /** What the fresh profile says; nothing leaves the build's own default. */
  readonly cookieControls?: number
}

const MODES = {
  /** As Chrome is shipped, whatever the distribution has changed. */
  'third-party-allowed': { args: [], cookieControls: 2 },
  /** As this build is shipped: Debian's blocks third-party cookies. */
  default: { args: [] },
  incognito: { args: ['--incognito'], cookieControls: 2 },
} as const satisfies Record<string, Mode>

export type ChromiumMode = keyof typeof MODES

/** Typed `http:` addresses would be upgraded, and their `http:` parts be mixed content then. */
const HTTPS_FIRST = 'HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstBalancedMode,HttpsFirstModeIncognito'

/** Services of the maker's that ask on their own account. */
const BACKGROUND =
  'OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate,AutofillServerCommunication'

const argumentsFor = (mode: Mode, folder: string, { proxy, ownPagesOnly }: OpenOptions): readonly string[] => [
  '--headless',
  // Chromium's sandbox never starts for root.
  ...(ownPagesOnly || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--ignore-certificate-errors',
  `--proxy-server=${proxy}`,
  // Without it `localhost` would not go through the proxy.
  '--proxy-bypass-list=<-loopback>',
  // A process for every site costs half of the time, and has no part in what becomes of cookies.
  '--disable-site-isolation-trials',
  '--renderer-process-limit=2',
  `--disable-features=${HTTPS_FIRST},${BACKGROUND}`,
  `--user-data-dir=${folder}`,
  '--remote-debugging-port=0',
  ...mode.args,
  'about:blank',
]

interface DevToolsCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly expires: number
  readonly session: boolean
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly partitionKey?: { readonly topLevelSite: string }
}

const storedCookie = (cookie: DevToolsCookie): StoredCookie => ({
  name: cookie.name,
  value: cookie.value,
  host: cookie.domain,
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  expires: cookie.session ? null : cookie.expires,
  partition: cookie.partitionKey?.topLevelSite ?? null,
})

const navigate = (rpc: JsonRpc, page: string, url: string) =>
  rpc.call<{ errorText?: string }>('Page.navigate', { url }, page)

/** The text of one of the browser's own pages. */
async function ownPage(rpc: JsonRpc, page: string, address: string): Promise<string> {
  if ((await navigate(rpc, page, address)).errorText !== undefined) return ''
  const expression = `new Promise(done => {
    const look = () => document.readyState === 'complete' && document.body.innerText.length > 500
      ? done(document.body.innerText) : setTimeout(look, 20)
    look()
  })`
  const { result } = await rpc.call<{ result: { value: string } }>(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    page,
  )
  return result.value
}

/** Reads the mode back from the browser. Incognito refuses its settings page, but tells how it was started. */
async function readSettings(rpc: JsonRpc, page: string, mode: ChromiumMode): Promise<Record<string, string>> {
  if (mode === 'incognito') {
    const about = await ownPage(rpc, page, 'chrome://version/')
    if (!/\s--incognito\s/.test(about)) throw new BrowserFault('Chromium did not start in Incognito')
    return { incognito: 'true' }
  }
  const preferences = JSON.parse(await ownPage(rpc, page, 'chrome://prefs-internals/'))
  const value: unknown = preferences?.profile?.cookie_controls_mode?.value
  if (mode === 'default' && value !== 1)
    throw new BrowserFault(`this Chromium's own default is ${COOKIE_CONTROLS} ${value}, not Debian's 1`)
  if (mode === 'third-party-allowed' && value !== 2) throw new BrowserFault(`${COOKIE_CONTROLS} is ${value}, not 2`)
  return { [COOKIE_CONTROLS]: String(value) }
}

async function attach(rpc: JsonRpc): Promise<string> {
  const { targetInfos } = await rpc.call<{ targetInfos: { type: string; targetId: string }[] }>('Target.getTargets')
  const page = targetInfos.find(target => target.type === 'page')
  if (page === undefined) throw new BrowserFault('Chromium opened no page')
  const { sessionId } = await rpc.call<{ sessionId: string }>('Target.attachToTarget', {
    targetId: page.targetId,
    flatten: true,
  })
  return sessionId
}

async function writePreferences(folder: string, mode: Mode): Promise<void> {
  if (mode.cookieControls === undefined) return
  await mkdir(join(folder, 'Default'))
  const preferences = { profile: { cookie_controls_mode: mode.cookieControls } }
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences))
}

export function chromiumDriver(executable: string, mode: ChromiumMode, env: Environment): BrowserDriver {
  const open = async (options: OpenOptions): Promise<Session> => {
    const folder = await freshFolder()
    await writePreferences(folder, MODES[mode])
    const running = await startProcess({
      command: executable,
      args: argumentsFor(MODES[mode], folder, options),
      env,
      ready: /DevTools listening on (ws:\S+)/,
      folder,
    })
    try {
      const rpc = await connectJsonRpc(running.said)
      const { product } = await rpc.call<{ product: string }>('Browser.getVersion')
      const page = await attach(rpc)
      const settings = await readSettings(rpc, page, mode)
      return {
        version: product.replace(/^[^/]*\//, ''),
        settings,
        tellsAll: true,
        navigate: async url => (await navigate(rpc, page, url)).errorText === undefined,
        cookies: async () => {
          const { cookies } = await rpc.call<{ cookies: DevToolsCookie[] }>('Network.getAllCookies', {}, page)
          return cookies.map(storedCookie)
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
  return { engine: 'chromium', mode, open }
}
