/** What a `P3P` header costs a server. */
import { compareServers, type ServerComparison } from './servers/compare-servers.ts'

const HOST = 'GET / HTTP/1.1\r\nHost: www.qualityunit.com\r\n\r\n'

const COMPARISONS: readonly ServerComparison[] = [
  { base: 'node', variant: 'node-always', atLeast: 0.9 },
  { base: 'node-cookies', variant: 'node-cookies-header', atLeast: 0.9 },
  { base: 'hono', variant: 'hono-always', atLeast: 0.9 },
  { base: 'hono-cookies', variant: 'hono-cookies-header', atLeast: 0.9 },
]

export async function bench(): Promise<boolean> {
  const met: boolean[] = []
  for (const comparison of COMPARISONS)
    met.push(await compareServers({ script: './header-servers.ts', request: HOST }, comparison))
  return !met.includes(false)
}
