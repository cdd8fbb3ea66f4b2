import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserFault, type StoredCookie, sameSiteOf } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { type Preferences, writeUserJs } from './firefox-preferences.ts'
import { connectJsonRpc, type JsonRpc } from './json-rpc.ts'
import { freshFolder, startProcess } from './start-process.ts'

interface Context {
  readonly context: string
}

/** Runs an expression in the browser's own window, where `Services` is; it gives text. */
export async function evaluateInWindow(rpc: JsonRpc, window: string, expression: string): Promise<string> {
  const reply = await rpc.call<{ result?: { value: string }; exceptionDetails?: { text: string } }>('script.evaluate', {
    expression,
    target: { context: window },
    awaitPromise: false,
  })
  if (reply.result === undefined) throw new BrowserFault(reply.exceptionDetails?.text ?? 'Firefox gave no answer')
  return reply.result.value
}

/** A private window's cookies stand apart, and BiDi does not tell which partition a cookie is in: ask the jar itself. */
const readJar = (isPrivate: boolean) => `JSON.stringify(
  ${isPrivate ? `Services.cookies.getCookiesWithOriginAttributes('{"privateBrowsingId":1}')` : 'Services.cookies.cookies'}
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

/** The whole jar, with the partition of each cookie. */
export async function storedCookies(rpc: JsonRpc, window: string, isPrivate = false): Promise<StoredCookie[]> {
  const jar: JarCookie[] = JSON.parse(await evaluateInWindow(rpc, window, readJar(isPrivate)))
  return jar.map(storedCookie)
}

const DOCUMENT_PROCESSES = `JSON.stringify(gBrowser.browsers
  .map(({ browsingContext }) => browsingContext?.currentWindowGlobal?.osPid ?? -1).filter(pid => pid > 0))`

/** Ends the processes of all open pages: while one never comes to an end, Firefox opens no other. */
export async function endDocuments(rpc: JsonRpc, window: string): Promise<void> {
  const pids: number[] = JSON.parse(await evaluateInWindow(rpc, window, DOCUMENT_PROCESSES))
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}

async function firstContext(rpc: JsonRpc, params: object): Promise<string> {
  const { contexts } = await rpc.call<{ contexts: Context[] }>('browsingContext.getTree', params)
  const [first] = contexts
  if (first === undefined) throw new BrowserFault('Firefox opened no window')
  return first.context
}

export interface FirefoxProcess {
  readonly rpc: JsonRpc
  readonly version: string
  /** The page it opened with. */
  readonly page: string
  /** The browser's own window, where `Services` is. */
  readonly window: string
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>
}

/** Starts Firefox on a fresh profile, with one empty page, and connects to it. */
export async function startFirefox(
  executable: string,
  env: Environment,
  preferences: Preferences,
  capabilities: object,
): Promise<FirefoxProcess> {
  const folder = await freshFolder()
  await writeFile(join(folder, 'user.js'), writeUserJs(preferences))
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
    const session = await rpc.call<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: { alwaysMatch: capabilities },
    })
    const close = async () => {
      rpc.close()
      await running.end()
    }
    const page = await firstContext(rpc, {})
    const window = await firstContext(rpc, { 'moz:scope': 'chrome' })
    return { rpc, version: session.capabilities.browserVersion, page, window, close }
  } catch (error) {
    await running.end()
    throw error
  }
}
