import { execFile } from 'node:child_process'
import { startChromium } from '../../drivers/chromium-process.ts'
import type { LookingOptions } from '../looking.ts'

/** Chrome's own default, whatever the distribution has changed: third-party cookies are blocked in Incognito only. */
const AS_SHIPPED = { profile: { cookie_controls_mode: 2 } }

/** Where Chromium asks at start whether somebody is signed in: nowhere (RFC 6761, 6.4). Pages may still ask the real one. */
const NO_ACCOUNTS = '--gaia-url=https://accounts.invalid'

const plainVersion = (executable: string): Promise<string> =>
  new Promise(resolve => {
    execFile(executable, ['--version'], { timeout: 10_000 }, (_, said) => resolve(/\d+/.exec(said ?? '')?.[0] ?? ''))
  })

const PLATFORM = process.platform === 'darwin' ? 'Macintosh; Intel Mac OS X 10_15_7' : 'X11; Linux x86_64'

/** What this browser says of itself when a person sits before it: without a screen it would say so. */
export async function visitorsAgent(executable: string): Promise<string> {
  const major = await plainVersion(executable)
  return `Mozilla/5.0 (${PLATFORM}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major || '150'}.0.0.0 Safari/537.36`
}

/** Chromium as a visitor has it. */
export function startVisitor(executable: string, userAgent: string, proxy: string, options: LookingOptions) {
  const { env, gpc = false, insecure = false, language = 'en', ownPagesOnly = false } = options
  const args = [
    '--window-size=1280,900',
    NO_ACCOUNTS,
    '--disable-blink-features=AutomationControlled',
    `--user-agent=${userAgent}`,
    `--accept-lang=${language}`,
    // Seen: the feature without `Force` changes nothing.
    ...(gpc ? ['--enable-features=GlobalPrivacyControlForce'] : []),
    ...(insecure ? ['--ignore-certificate-errors'] : []),
  ]
  return startChromium({ executable, env, args, preferences: AS_SHIPPED }, { proxy, ownPagesOnly })
}
