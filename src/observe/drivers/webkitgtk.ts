import { createServer } from 'node:net'
import {
  type BrowserDriver,
  BrowserFault,
  type OpenOptions,
  obeyed,
  RefusedOrder,
  type Session,
  type StoredCookie,
  sameSiteOf,
} from './driver.ts'
import type { Environment } from './find-executable.ts'
import { freshFolder, homeIn, type RunningProcess, startProcess } from './start-process.ts'
import { environmentOn, startDisplay, type WebkitgtkPrograms } from './webkitgtk-display.ts'
import { openUndriven } from './webkitgtk-undriven.ts'

const MODES = {
  /** MiniBrowser's own default: no cookies from third parties. */
  default: [],
  itp: ['--enable-itp'],
} as const satisfies Record<string, readonly string[]>

export type WebkitgtkMode = keyof typeof MODES

interface WebDriverCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly expiry?: number
  readonly sameSite?: string
}

type Order = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>

/** W3C WebDriver, as far as it is needed: JSON by `fetch`. */
const webDriver =
  (base: string): Order =>
  async (method, path, body) => {
    const response = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: never }
    const { error, message } = (value ?? {}) as { error?: string; message?: string }
    if (!response.ok) throw new RefusedOrder(`${method} ${path}: ${error} ${message}`)
    return value
  }

/** WebKitWebDriver wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new BrowserFault('no free port')
  return address.port
}

async function untilReady(order: Order): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const status = await order<{ ready: boolean }>('GET', '/status').catch(() => undefined)
    if (status?.ready === true) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new BrowserFault('WebKitWebDriver did not get ready')
}

/** Everything started for one session, ended together, the last started first. */
async function closeAll(running: readonly RunningProcess[]): Promise<void> {
  for (const process of [...running].reverse()) await process.end()
}

const storedCookie = (cookie: WebDriverCookie): StoredCookie => ({
  name: cookie.name,
  value: cookie.value,
  host: cookie.domain,
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  expires: cookie.expiry ?? null,
  partition: null,
  sameSite: sameSiteOf(cookie.sameSite),
})

/** Cookies of every address, each visited first: WebDriver tells a document's own only. */
async function visitedCookies(order: Order, session: string, at: readonly string[]): Promise<StoredCookie[]> {
  const found = new Map<string, StoredCookie>()
  for (const url of at) {
    await order('POST', `${session}/url`, { url })
    for (const cookie of await order<WebDriverCookie[]>('GET', `${session}/cookie`))
      found.set(JSON.stringify([cookie.domain, cookie.path, cookie.name]), storedCookie(cookie))
  }
  return [...found.values()]
}

interface NewSession {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

async function openSession(order: Order, binary: string, args: readonly string[]): Promise<Session> {
  const alwaysMatch = { acceptInsecureCerts: true, 'webkitgtk:browserOptions': { binary, args } }
  const { sessionId, capabilities } = await order<NewSession>('POST', '/session', { capabilities: { alwaysMatch } })
  const session = `/session/${sessionId}`
  return {
    version: capabilities.browserVersion,
    settings: {},
    tellsAll: false,
    navigate: url => obeyed(order('POST', `${session}/url`, { url })),
    cookies: at => visitedCookies(order, session, at),
    close: async () => void (await order('DELETE', session).catch(() => {})),
  }
}

export function webkitgtkDriver(programs: WebkitgtkPrograms, mode: WebkitgtkMode, env: Environment): BrowserDriver {
  const open = async ({ proxy }: OpenOptions): Promise<Session> => {
    const running: RunningProcess[] = []
    try {
      const folder = await freshFolder()
      const display = await startDisplay(programs, env, folder)
      running.push(display)
      const port = await freePort()
      const order = webDriver(`http://127.0.0.1:${port}`)
      running.push(
        await startProcess({
          command: programs.driver,
          args: [`--port=${port}`],
          env: { ...environmentOn(env, display), ...homeIn(folder) },
        }),
      )
      await untilReady(order)
      const args = ['--automation', `--proxy=http://${proxy}`, ...MODES[mode]]
      const session = await openSession(order, programs.browser, args)
      return {
        ...session,
        close: async () => {
          await session.close()
          await closeAll(running)
        },
      }
    } catch (error) {
      await closeAll(running)
      throw error
    }
  }
  const driver = { engine: 'webkitgtk', mode, open } as const
  return mode === 'itp'
    ? { ...driver, openUndriven: options => openUndriven(programs, MODES[mode], env, options) }
    : driver
}
