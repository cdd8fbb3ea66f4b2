import { createServer } from 'node:net'
import { BrowserFault, LostBrowser, RefusedOrder, type StoredCookie, sameSiteOf } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { freshFolder, homeIn, type RunningProcess, startProcess } from './start-process.ts'
import { environmentOn, startDisplay, type WebkitgtkPrograms } from './webkitgtk-display.ts'

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

/** W3C WebDriver, as far as it is needed; paths are those of the session. */
export type Order = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>

/** W3C WebDriver, 6.6: what the driver says when the session or its window has ended. */
const GONE: readonly unknown[] = ['invalid session id', 'no such window']

/** JSON by `fetch`. */
const webDriver =
  (base: string): Order =>
  async (method, path, body) => {
    const sent = fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const response = await sent.catch(cause => {
      throw new LostBrowser(`${method} ${path}: the driver does not answer`, { cause })
    })
    const { value } = (await response.json()) as { value: never }
    const { error, message } = (value ?? {}) as { error?: string; message?: string }
    if (response.ok) return value
    const said = `${method} ${path}: ${error} ${message}`
    throw GONE.includes(error) ? new LostBrowser(said) : new RefusedOrder(said)
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

/** Those that the current document has. */
export const documentCookies = async (order: Order): Promise<StoredCookie[]> =>
  (await order<WebDriverCookie[]>('GET', '/cookie')).map(storedCookie)

interface NewSession {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

export interface WebkitgtkStart {
  /** For MiniBrowser. */
  readonly args: readonly string[]
  readonly capabilities: object
}

export interface WebkitgtkProcess {
  readonly order: Order
  readonly version: string
  /** Ends everything that was started for it, and removes its profile. */
  readonly close: () => Promise<void>
}

async function newSession(order: Order, binary: string, { args, capabilities }: WebkitgtkStart): Promise<NewSession> {
  const browser = { binary, args: ['--automation', ...args] }
  const alwaysMatch = { ...capabilities, 'webkitgtk:browserOptions': browser }
  return order<NewSession>('POST', '/session', { capabilities: { alwaysMatch } })
}

/** Starts MiniBrowser on a fresh profile and a display of its own, and a session to drive it. */
export async function startWebkitgtk(
  programs: WebkitgtkPrograms,
  env: Environment,
  start: WebkitgtkStart,
): Promise<WebkitgtkProcess> {
  const running: RunningProcess[] = []
  try {
    const folder = await freshFolder()
    const display = await startDisplay(programs, env, folder)
    running.push(display)
    const port = await freePort()
    const base = `http://127.0.0.1:${port}`
    running.push(
      await startProcess({
        command: programs.driver,
        args: [`--port=${port}`],
        env: { ...environmentOn(env, display), ...homeIn(folder) },
      }),
    )
    await untilReady(webDriver(base))
    const { sessionId, capabilities } = await newSession(webDriver(base), programs.browser, start)
    const order = webDriver(`${base}/session/${sessionId}`)
    return {
      order,
      version: capabilities.browserVersion,
      close: async () => {
        await order('DELETE', '').catch(() => {})
        await closeAll(running)
      },
    }
  } catch (error) {
    await closeAll(running)
    throw error
  }
}
