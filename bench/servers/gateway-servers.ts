import { fork } from 'node:child_process'
import { Agent, createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createProxyServer } from 'http-proxy-3'
import { createConsent } from '../../src/enforce/consent/index.ts'
import { createGateway } from '../../src/enforce/gateway/index.ts'
import { createDoor } from '../../src/enforce/index.ts'
import type { Policy } from '../../src/model/index.ts'
import { askingPolicy } from '../../test/support/door-policy.ts'
import { answerForTime } from './compare-servers.ts'
import { holdingPolicy } from './holding-policy.ts'

const BODY = JSON.stringify({ message: 'an answer of about seventy bytes, as an API has', end: true })
const PARAGRAPH = '<p class="text">Some words of a page, with <a href="/next">a link</a> and <b>more</b> of them.</p>\n'
const PAGE = `<!doctype html><html><head><title>Page</title><link rel="stylesheet" href="/style.css"></head>
<body>${PARAGRAPH.repeat(200)}<i title='{"end":true}'></i></body></html>`

let visits = 0

/** The site behind: an answer of an interface, or a page, with a cookie that is another each time. */
const site: RequestListener = (request, response) => {
  const isPage = request.url === '/page'
  response.setHeader('Set-Cookie', `session=s${++visits}; Path=/; HttpOnly; Secure; SameSite=Lax`)
  response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/json')
  response.end(isPage ? PAGE : BODY)
}

const tell = (address: AddressInfo | string | null): void => void process.send?.((address as AddressInfo).port)

const listen = (listener: RequestListener): void => {
  const server = createServer(listener).listen(0, '127.0.0.1', () => tell(server.address()))
}

/** The same site in a process of its own: its time is not the proxy's. */
async function siteBehind(): Promise<URL> {
  const child = fork(fileURLToPath(import.meta.url), ['site'], { execArgv: ['--import', 'tsx'] })
  const port = await new Promise(resolve => child.once('message', resolve))
  return new URL(`http://127.0.0.1:${port}`)
}

async function proxy(): Promise<void> {
  const target = (await siteBehind()).origin
  const forwarding = createProxyServer({ target, agent: new Agent({ keepAlive: true }) })
  listen((request, response) => void forwarding.web(request, response))
}

async function gateway(policy: Policy, enforced = true): Promise<void> {
  const door = createDoor(policy)
  const enforcement = { policy, door, consent: createConsent({ policy, door }) }
  const standing = createGateway({
    to: await siteBehind(),
    current: () => (enforced ? enforcement : null),
    knowsHost: () => true,
    keepHost: true,
  })
  await standing.listen(0, '127.0.0.1')
  tell(standing.server.address())
}

const KINDS: Readonly<Record<string, () => void>> = {
  site: () => listen(site),
  'http-proxy-3': () => void proxy(),
  'gateway-off': () => void gateway(askingPolicy(), false),
  gateway: () => void gateway(askingPolicy()),
  'gateway-holding': () => void gateway(holdingPolicy()),
}

KINDS[process.argv[2] ?? '']?.()

answerForTime()
process.on('disconnect', () => process.exit())
