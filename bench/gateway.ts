/** What the gateway costs against http-proxy-3 that only passes on: for answers with a cookie to judge, and for pages. */
import { askingPolicy, choiceOf, cookieHeader } from '../test/support/door-policy.ts'
import { compareServers } from './servers/compare-servers.ts'

const script = './gateway-servers.ts'

export async function bench(): Promise<boolean> {
  const choice = choiceOf(askingPolicy(), { statistics: 'granted', advertising: 'refused' })
  const cookies = cookieHeader(choice, 'session=s123456', 'basket=3', '_stats=1.2.3')
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: shop.example\r\nCookie: ${cookies}\r\n\r\n`
  const met = [
    await compareServers({ script, request: ask('/') }, { base: 'http-proxy-3', variant: 'gateway-off', atLeast: 0.9 }),
    await compareServers({ script, request: ask('/') }, { base: 'http-proxy-3', variant: 'gateway', atLeast: 0.8 }),
    // Pages grow by the notice and the script, which alone is as much again as a small page.
    await compareServers({ script, request: ask('/page') }, { base: 'http-proxy-3', variant: 'gateway', atLeast: 0.4 }),
  ]
  return !met.includes(false)
}
