import { Cookie } from 'tough-cookie'
import { judgeCases } from '../src/cli/judge-cases.ts'
import type { Io } from '../src/cli/verb.ts'
import {
  addressOf,
  BROWSER_IDS,
  BROWSERS,
  createSetting,
  judgeEverywhere,
  type Setting,
  settleLine,
} from '../src/judge/cookies/index.ts'
import type { CookieCase } from '../src/model/index.ts'
import { compare, tell } from './harness.ts'

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

const MANY = 100_000
const WANTED_A_SECOND = 50_000
/** How much larger the heap may get in the last third of the cases than it got in the first. */
const GROWTH_MB = 16

const PLACES = ['https://third.example/frame', 'https://www.shop.example/'] as const
const TOPS = ['https://first.example/', 'https://www.shop.example/'] as const

/** The cases as they come through a pipe; the heap is looked at on the way. */
async function* caseLines(look: (count: number) => void): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = ''
  for (let count = 0; count < MANY; count++) {
    const url = PLACES[count % 2] ?? URL
    const top = TOPS[count % 2] ?? URL
    const ask = ['back', 'link'].map(id => ({
      id,
      url,
      top,
      ancestors: [],
      navigation: id === 'link',
      method: 'GET',
      initiator: top,
      ageSeconds: 5,
    }))
    const set = { via: 'header', url, top, ancestors: [], method: 'GET', navigation: false }
    const agent = BROWSER_IDS[count % BROWSER_IDS.length]
    piece += `${JSON.stringify({ id: `c${count}`, agent, now: NOW, set, cookie: LINES[count % LINES.length], ask })}\n`
    if (piece.length < 65_536) continue
    yield encoder.encode(piece)
    piece = ''
    look(count)
  }
  yield encoder.encode(piece)
}

/** A hundred thousand cases in one process, by its own time; the making of the cases is not counted. */
async function benchCases(): Promise<boolean> {
  const most = [0, 0, 0]
  const look = (count: number) => {
    const third = Math.floor((count / MANY) * 3)
    most[third] = Math.max(most[third] ?? 0, process.memoryUsage().heapUsed)
  }
  for await (const _ of caseLines(() => undefined));
  const making = process.cpuUsage()
  for await (const _ of caseLines(() => undefined));
  const made = process.cpuUsage(making).user
  const judging = process.cpuUsage()
  const io = { out: () => undefined, stdin: () => caseLines(look), language: 'en', stop: new AbortController().signal }
  await judgeCases('-', io as unknown as Io)
  const rate = (MANY / (process.cpuUsage(judging).user - made)) * 1e6
  const growth = Math.max(0, (most[2] ?? 0) - (most[0] ?? 0)) / 2 ** 20
  return [
    tell(
      'judge cases from a stream',
      `${Math.round(rate).toLocaleString('en')}/s, wanted ${WANTED_A_SECOND}`,
      rate >= WANTED_A_SECOND,
    ),
    tell('the heap over 100 000 cases', `${growth.toFixed(1)} MB more, at most ${GROWTH_MB}`, growth <= GROWTH_MB),
  ].every(Boolean)
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
  met.push(await benchCases())
  return met.every(Boolean)
}
