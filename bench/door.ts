/** What the door costs a server: a declared cookie and the `P3P` header on every answer, for visitors who have chosen. */
import { askingPolicy, choiceOf, cookieHeader } from '../test/support/door-policy.ts'
import { compareServers, type ServerComparison } from './servers/compare-servers.ts'

const COMPARISONS: readonly ServerComparison[] = [
  { base: 'node', variant: 'node-door', atLeast: 0.85 },
  { base: 'hono', variant: 'hono-door', atLeast: 0.85 },
  { base: 'fastify', variant: 'fastify-door', atLeast: 0.8 },
  { base: 'express', variant: 'express-door', atLeast: 0.95 },
  { base: 'express', variant: 'express-middleware', atLeast: 0.85 },
]

export async function bench(): Promise<boolean> {
  const choice = choiceOf(askingPolicy(), { statistics: 'granted', advertising: 'refused' })
  const cookies = cookieHeader(choice, 'session=s123456', 'basket=3', '_stats=1.2.3')
  const request = `GET / HTTP/1.1\r\nHost: shop.example\r\nCookie: ${cookies}\r\n\r\n`
  const met: boolean[] = []
  for (const comparison of COMPARISONS)
    met.push(await compareServers({ script: './door-servers.ts', request }, comparison))
  return !met.includes(false)
}
