import { hashOfText, shortHash } from '../../compile/index.ts'
import { HEADLESS_SCRIPT, NOTICE_SCRIPT } from '../generated/consent-scripts.ts'

const DIGITS = 12

const fingerprint = (text: string): string => shortHash(hashOfText(text), DIGITS)

/** With a name that changes with what it says, so that browsers may keep it for ever. */
export const NOTICE_SCRIPT_NAME = `consent.${fingerprint(NOTICE_SCRIPT)}.js`

/** By name under `/candor/`: `headless.js` for those who ask in words of their own. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  [NOTICE_SCRIPT_NAME, NOTICE_SCRIPT],
  ['consent.js', NOTICE_SCRIPT],
  ['headless.js', HEADLESS_SCRIPT],
])

/** The script of that name; undefined where there is none. */
export function scriptResponse(name: string): Response | undefined {
  const script = SCRIPTS.get(name)
  if (script === undefined) return undefined
  const lasting = name === NOTICE_SCRIPT_NAME ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
  return new Response(script, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': lasting,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

export { NOTICE_SCRIPT }
