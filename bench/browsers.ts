import { Cookie } from 'tough-cookie'
import { BROWSER_AGENTS, judgeEverywhere } from '../src/judge/cookies/index.ts'
import type { CookieCase } from '../src/model/index.ts'
import { compare } from './harness.ts'

const LINES = [
  'sid=31d4d96e407aad42f00baa; Path=/; Domain=shop.example; Expires=Wed, 21 Oct 2027 07:28:00 GMT; HttpOnly; Secure; SameSite=Lax',
  'cart=c7f2b9; Max-Age=1209600; Path=/; Secure',
  '__Host-csrf=5a1e8e4f1c7d49d2; Path=/; Secure; HttpOnly; SameSite=Strict',
  '_id=GA1.2.1446829383.1700000000; Domain=.shop.example; Path=/; Expires=Thu, 01-Jan-2028 00:00:00 GMT; SameSite=None; Secure; Partitioned',
] as const

const cases = (agent: string): readonly CookieCase[] =>
  LINES.map(cookie => ({
    id: 'a',
    agent,
    now: '2026-11-22T12:00:00Z',
    set: {
      via: 'header',
      url: 'https://www.shop.example/checkout/basket',
      top: 'https://www.shop.example/',
      ancestors: [],
      method: 'GET',
      navigation: false,
    },
    cookie,
    ask: [],
  }))

const toughly = () => {
  let found = 0
  for (const line of LINES) if (Cookie.parse(line) !== undefined) found++
  return found
}

/** Whole cases, the line's reading included, against nothing but the reading of the line. */
export async function bench(): Promise<boolean> {
  const one = BROWSER_AGENTS.flatMap(agent => (agent.id === 'chrome' || agent.id === 'firefox' ? [agent] : []))
  const met = one.map(agent => {
    const asked = cases(agent.id)
    return compare({
      name: `judge a Set-Cookie line for ${agent.id}, against tough-cookie parsing it`,
      ours: () => {
        let kept = 0
        for (const each of asked) if (agent.judge(each).stored === true) kept++
        return kept
      },
      oursPerCall: LINES.length,
      theirs: toughly,
      theirsPerCall: LINES.length,
      atLeast: 2,
    })
  })
  const asked = cases('all')
  met.push(
    compare({
      name: 'judge a Set-Cookie line for all eleven browsers, against tough-cookie parsing it',
      ours: () => {
        let kept = 0
        for (const each of asked) for (const verdict of judgeEverywhere(each)) if (verdict.stored === true) kept++
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
