import { type BrowserDriver, type OpenOptions, obeyed, type Session, type StoredCookie } from './driver.ts'
import type { Environment } from './find-executable.ts'
import type { WebkitgtkPrograms } from './webkitgtk-display.ts'
import { documentCookies, type Order, startWebkitgtk } from './webkitgtk-process.ts'
import { openUndriven } from './webkitgtk-undriven.ts'

const MODES = {
  /** MiniBrowser's own default: no cookies from third parties. */
  default: [],
  itp: ['--enable-itp'],
} as const satisfies Record<string, readonly string[]>

export type WebkitgtkMode = keyof typeof MODES

/** Cookies of every address, each visited first: WebDriver tells a document's own only. */
async function visitedCookies(order: Order, at: readonly string[]): Promise<StoredCookie[]> {
  const found = new Map<string, StoredCookie>()
  for (const url of at) {
    await order('POST', '/url', { url })
    for (const cookie of await documentCookies(order))
      found.set(JSON.stringify([cookie.host, cookie.path, cookie.name]), cookie)
  }
  return [...found.values()]
}

export function webkitgtkDriver(programs: WebkitgtkPrograms, mode: WebkitgtkMode, env: Environment): BrowserDriver {
  const open = async ({ proxy }: OpenOptions): Promise<Session> => {
    const start = { args: [`--proxy=http://${proxy}`, ...MODES[mode]], capabilities: { acceptInsecureCerts: true } }
    const { order, version, close } = await startWebkitgtk(programs, env, start)
    return {
      version,
      settings: {},
      tellsAll: false,
      navigate: url => obeyed(order('POST', '/url', { url })),
      cookies: at => visitedCookies(order, at),
      close,
    }
  }
  const driver = { engine: 'webkitgtk', mode, open } as const
  return mode === 'itp'
    ? { ...driver, openUndriven: options => openUndriven(programs, MODES[mode], env, options) }
    : driver
}
