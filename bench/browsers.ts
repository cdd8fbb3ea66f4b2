import { Cookie } from 'tough-cookie'
import {
  addressOf,
  BROWSERS,
  createSetting,
  judgeEverywhere,
  type Setting,
  settleLine,
} from '../src/judge/cookies/index.ts'
import type { CookieCase } from '../src/model/index.ts'
import { compare } from './harness.ts'

const LINES = [
  'sid=31d4d96e407aad42f00baa; Path=/; Domain=shop.example; Expires=Wed, 21 Oct 2027 07:28:00 GMT; HttpOnly; Secure; SameSite=Lax',
  'cart=c7f2b9; Max-Age=1209600; Path=/; Secure',
  '__Host-csrf=5a1e8e4f1c7d49d2; Path=/; Secure; HttpOnly; SameSite=Strict',
  '_id=GA1.2.1446829383.1700000000; Domain=.shop.example; Path=/; Expires=Thu, 01-Jan-2028 00:00:00 GMT; SameSite=None; Secure; Partitioned',
] as const

const URL = 'https://www.shop.example/checkout/basket'
const NOW = '2026-11-22T12:00:00Z'

const CASES: readonly Omit<CookieCase, 'agent'>[] = LINES.map(cookie => ({
  id: 'a',
  now: NOW,
  set: { via: 'header', url: URL, top: URL, ancestors: [], method: 'GET', navigation: false },
  cookie,
  ask: [],
}))

/** Where the lines come from, looked at once, as for all lines of a response. */
function setting(): Setting {
  const url = addressOf(URL)
  if (url === null) throw new Error(`${URL} is no address`)
  return createSetting({ url, top: url, ancestors: [], navigation: false }, 'header', Date.parse(NOW))
}

const toughly = () => {
  let found = 0
  for (const line of LINES) if (Cookie.parse(line) !== undefined) found++
  return found
}

/** Reading and judging, against nothing but the reading. */
export async function bench(): Promise<boolean> {
  const at = setting()
  const met = (['chrome', 'firefox', 'safari', 'webkitgtk'] as const).map(id => {
    const { rules } = BROWSERS[id]
    return compare({
      name: `judge a Set-Cookie line for ${id}, against tough-cookie parsing it`,
      ours: () => {
        let kept = 0
        for (const line of LINES) if (settleLine(line, at, rules).stored === true) kept++
        return kept
      },
      oursPerCall: LINES.length,
      theirs: toughly,
      theirsPerCall: LINES.length,
      atLeast: 2,
    })
  })
  met.push(
    compare({
      name: 'judge a Set-Cookie line for all eleven browsers, as whole cases, against tough-cookie parsing it',
      ours: () => {
        let kept = 0
        for (const each of CASES) for (const verdict of judgeEverywhere(each)) if (verdict.stored === true) kept++
        return kept
      },
      oursPerCall: LINES.length,
      theirs: toughly,
      theirsPerCall: LINES.length,
      atLeast: 0.5,
    }),
  )
  return met.every(Boolean)
}
