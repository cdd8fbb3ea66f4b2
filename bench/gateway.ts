/** What the gateway costs against http-proxy-3 that only passes on: for answers with a cookie to judge, and for pages. */

import type { Policy } from '../src/model/index.ts'
import { askingPolicy, choiceOf, cookieHeader } from '../test/support/door-policy.ts'
import { compareServers } from './servers/compare-servers.ts'
import { holdingPolicy } from './servers/holding-policy.ts'

const script = './gateway-servers.ts'

/** As a visitor asks who has chosen by that policy. */
function ask(path: string, policy: Policy = askingPolicy()): string {
  const choice = choiceOf(policy, { statistics: 'granted', advertising: 'refused' })
  const cookies = cookieHeader(choice, 'session=s123456', 'basket=3', '_stats=1.2.3')
  return `GET ${path} HTTP/1.1\r\nHost: shop.example\r\nCookie: ${cookies}\r\n\r\n`
}

export async function bench(): Promise<boolean> {
  const met = [
    await compareServers({ script, request: ask('/') }, { base: 'http-proxy-3', variant: 'gateway-off', atLeast: 0.9 }),
    await compareServers({ script, request: ask('/') }, { base: 'http-proxy-3', variant: 'gateway', atLeast: 0.8 }),
    // Pages grow by the notice and the script, which alone is as much again as a small page.
    await compareServers({ script, request: ask('/page') }, { base: 'http-proxy-3', variant: 'gateway', atLeast: 0.4 }),
    // The same, and every tag of the page is looked at: some could lead to somebody who needs a yes.
    await compareServers(
      { script, request: ask('/page', holdingPolicy()) },
      { base: 'http-proxy-3', variant: 'gateway-holding', atLeast: 0.4 },
    ),
  ]
  return !met.includes(false)
}
