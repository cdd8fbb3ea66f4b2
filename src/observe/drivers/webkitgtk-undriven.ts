import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenOptions, type StoredCookie, sameSiteOf, type UndrivenSession } from './driver.ts'
import type { Environment } from './find-executable.ts'
import { freshFolder, homeIn, type RunningProcess, startProcess } from './start-process.ts'
import { environmentOn, startDisplay, type WebkitgtkPrograms } from './webkitgtk-display.ts'

/** What libsoup writes before the host of a cookie that scripts may not read. */
const HTTP_ONLY = '#HttpOnly_'

/** A line of the `cookies.txt` that Netscape began; libsoup adds SameSite at the end. Null: a comment. */
function readLine(line: string): StoredCookie | null {
  const [first = '', , path = '', secure, expires, name = '', value = '', sameSite] = line.split('\t')
  const httpOnly = first.startsWith(HTTP_ONLY)
  if (expires === undefined || (first.startsWith('#') && !httpOnly)) return null
  return {
    name,
    value,
    host: httpOnly ? first.slice(HTTP_ONLY.length) : first,
    path,
    secure: secure === 'TRUE',
    httpOnly,
    expires: Number(expires),
    partition: null,
    sameSite: sameSiteOf(sameSite),
  }
}

export const readCookieFile = (text: string): StoredCookie[] => text.split('\n').flatMap(line => readLine(line) ?? [])

/**
 * MiniBrowser, started anew for each address on one profile that lasts. WebDriver sessions keep nothing, and there
 * tracking prevention does not shorten what scripts set; pages that send the browser on would make it delete everything.
 */
export async function openUndriven(
  programs: WebkitgtkPrograms,
  modeArguments: readonly string[],
  env: Environment,
  { proxy }: OpenOptions,
): Promise<UndrivenSession> {
  const folder = await freshFolder()
  const display = await startDisplay(programs, env, folder)
  const cookieFile = join(folder, 'cookies.txt')
  let browser: RunningProcess | undefined
  return {
    navigate: async url => {
      await browser?.end()
      browser = await startProcess({
        command: programs.browser,
        args: [`--proxy=http://${proxy}`, '--ignore-tls-errors', `--cookies-file=${cookieFile}`, ...modeArguments, url],
        env: { ...environmentOn(env, display), ...homeIn(folder) },
      })
      return true
    },
    cookies: async () => readCookieFile(await readFile(cookieFile, 'latin1').catch(() => '')),
    close: async () => {
      await browser?.end()
      await display.end()
    },
  }
}
