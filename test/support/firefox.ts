import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findExecutable } from '../../src/observe/drivers/find-executable.ts'
import { QUIET, writeUserJs } from '../../src/observe/drivers/firefox-preferences.ts'
import { connectJsonRpc } from '../../src/observe/drivers/json-rpc.ts'
import { freshFolder, startProcess } from '../../src/observe/drivers/start-process.ts'

/** The Firefox that the tests drive; undefined: there is none. */
export const firefoxPath: string | undefined = findExecutable(
  { variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'] },
  process.env,
)

/** Keys that have no character of their own (WebDriver, 17.4.2). */
const KEYS = { Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c', Space: ' ' } as const

/** A page of a Firefox with a profile of its own. */
export interface FirefoxPage {
  goto(url: string): Promise<void>
  /** Only where scripts may run. */
  evaluate<T>(expression: string): Promise<T>
  press(...keys: readonly (keyof typeof KEYS)[]): Promise<void>
  /** The texts of what a CSS selector finds, seen from outside the page. */
  texts(selector: string): Promise<readonly string[]>
  /** How many there are of what assistive technology finds by its role and its name. */
  countNamed(role: string, name: string): Promise<number>
  cookies(): Promise<readonly { readonly name: string; readonly httpOnly: boolean; readonly secure: boolean }[]>
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

interface Node {
  readonly value?: { readonly children?: readonly Node[]; readonly nodeValue?: string }
}

const textOf = ({ value }: Node): string => value?.nodeValue ?? (value?.children ?? []).map(textOf).join(' ')

export async function openFirefox({ scripts }: { readonly scripts: boolean }): Promise<FirefoxPage> {
  const folder = await freshFolder()
  await writeFile(join(folder, 'user.js'), writeUserJs({ ...QUIET, 'javascript.enabled': scripts }))
  const running = await startProcess({
    command: firefoxPath ?? '',
    args: [
      '--headless',
      '--no-remote',
      '--profile',
      folder,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
    ],
    env: process.env,
    ready: /WebDriver BiDi listening on (ws:\S+)/,
    folder,
  })
  const rpc = await connectJsonRpc(`${running.said}/session`)
  await rpc.call('session.new', { capabilities: {} })
  const { contexts } = await rpc.call<{ contexts: { context: string }[] }>('browsingContext.getTree')
  const context = contexts[0]?.context ?? ''
  // At its start the keys go to the address bar.
  const windows = await rpc.call<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  })
  await rpc.call('script.evaluate', {
    expression: 'window.focus(); gBrowser.selectedBrowser.focus()',
    target: { context: windows.contexts[0]?.context },
    awaitPromise: false,
  })
  return {
    goto: async url => {
      await rpc.call('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    evaluate: async <T>(expression: string) => {
      const said = await rpc.call<{ result?: { value: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        {
          expression: `Promise.resolve(${expression}).then(value => JSON.stringify(value ?? null))`,
          target: { context },
          awaitPromise: true,
        },
      )
      if (said.result === undefined) throw new Error(said.exceptionDetails?.text)
      return JSON.parse(said.result.value) as T
    },
    press: async (...keys) => {
      const actions = keys.flatMap(key => [
        { type: 'keyDown', value: KEYS[key] },
        { type: 'keyUp', value: KEYS[key] },
      ])
      await rpc.call('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    texts: async value => {
      const { nodes } = await rpc.call<{ nodes: Node[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value },
        serializationOptions: { maxDomDepth: 6 },
      })
      return nodes.map(textOf)
    },
    countNamed: async (role, name) => {
      const { nodes } = await rpc.call<{ nodes: Node[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'accessibility', value: { role, name } },
      })
      return nodes.length
    },
    cookies: async () => {
      const { cookies } = await rpc.call<{ cookies: { name: string; httpOnly: boolean; secure: boolean }[] }>(
        'storage.getCookies',
        {},
      )
      return cookies
    },
    screenshot: async () => {
      const { data } = await rpc.call<{ data: string }>('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
    close: async () => {
      rpc.close()
      await running.end()
    },
  }
}
