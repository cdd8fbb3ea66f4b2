import { type DevToolsCookie, storedCookie } from './chromium-cookie.ts'
import { pageTargets, startChromium } from './chromium-process.ts'
import { type BrowserDriver, BrowserFault, type OpenOptions, type Session } from './driver.ts'
import type { Environment } from './find-executable.ts'
import type { JsonRpc } from './json-rpc.ts'

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

const argumentsOf = (mode: Mode): readonly string[] => [
  '--ignore-certificate-errors',
  '--renderer-process-limit=2',
  ...mode.args,
]

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
  const [page] = await pageTargets(rpc)
  if (page === undefined) throw new BrowserFault('Chromium opened no page')
  const { sessionId } = await rpc.call<{ sessionId: string }>('Target.attachToTarget', {
    targetId: page.targetId,
    flatten: true,
  })
  return sessionId
}

export function chromiumDriver(executable: string, mode: ChromiumMode, env: Environment): BrowserDriver {
  const { cookieControls }: Mode = MODES[mode]
  const preferences =
    cookieControls === undefined ? {} : { preferences: { profile: { cookie_controls_mode: cookieControls } } }
  const open = async (options: OpenOptions): Promise<Session> => {
    const start = { executable, env, args: argumentsOf(MODES[mode]), ...preferences }
    const { rpc, version, close } = await startChromium(start, options)
    try {
      const page = await attach(rpc)
      const settings = await readSettings(rpc, page, mode)
      return {
        version,
        settings,
        tellsAll: true,
        navigate: async url => (await navigate(rpc, page, url)).errorText === undefined,
        cookies: async () => {
          const { cookies } = await rpc.call<{ cookies: DevToolsCookie[] }>('Network.getAllCookies', {}, page)
          return cookies.map(storedCookie)
        },
        close,
      }
    } catch (error) {
      await close()
      throw error
    }
  }
  return { engine: 'chromium', mode, open }
}
