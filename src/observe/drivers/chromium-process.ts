import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenOptions } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { connectJsonRpc, type JsonRpc } from './json-rpc.ts'
import { freshFolder, startProcess } from './start-process.ts'

/** Typed `http:` addresses would be upgraded, and their `http:` parts be mixed content then. */
const HTTPS_FIRST = 'HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstBalancedMode,HttpsFirstModeIncognito'

/** Services of the maker's that ask on their own account. */
const BACKGROUND =
  'OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate,AutofillServerCommunication'

const argumentsFor = (folder: string, { proxy, ownPagesOnly }: OpenOptions, more: readonly string[]) => [
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
  `--proxy-server=${proxy}`,
  // Without it `localhost` would not go through the proxy.
  '--proxy-bypass-list=<-loopback>',
  // A process for every site costs half of the time, and has no part in what becomes of cookies.
  '--disable-site-isolation-trials',
  `--disable-features=${HTTPS_FIRST},${BACKGROUND}`,
  `--user-data-dir=${folder}`,
  '--remote-debugging-port=0',
  ...more,
  'about:blank',
]

export interface ChromiumStart {
  readonly executable: string
  readonly env: Environment
  readonly args: readonly string[]
  /** Written into the fresh profile; nothing leaves the build's own defaults. */
  readonly preferences?: object
}

export interface ChromiumProcess {
  readonly rpc: JsonRpc
  readonly version: string
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>
}

/** Starts Chromium on a fresh profile, with one empty page, and connects to it. */
export async function startChromium(start: ChromiumStart, options: OpenOptions): Promise<ChromiumProcess> {
  const folder = await freshFolder()
  if (start.preferences !== undefined) {
    await mkdir(join(folder, 'Default'))
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(start.preferences))
  }
  const running = await startProcess({
    command: start.executable,
    args: argumentsFor(folder, options, start.args),
    env: start.env,
    ready: /DevTools listening on (ws:\S+)/,
    folder,
  })
  try {
    const rpc = await connectJsonRpc(running.said)
    const { product } = await rpc.call<{ product: string }>('Browser.getVersion')
    const close = async () => {
      rpc.close()
      await running.end()
    }
    return { rpc, version: product.replace(/^[^/]*\//, ''), close }
  } catch (error) {
    await running.end()
    throw error
  }
}

/** The page that Chromium opened with. */
export interface DevToolsTarget {
  readonly targetId: string
  readonly type: string
  readonly url: string
  readonly openerId?: string
}

export const pageTargets = async (rpc: JsonRpc): Promise<readonly DevToolsTarget[]> =>
  (await rpc.call<{ targetInfos: DevToolsTarget[] }>('Target.getTargets')).targetInfos.filter(
    ({ type }) => type === 'page',
  )
