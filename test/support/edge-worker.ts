import { createConsent } from '../../src/enforce/consent/index.ts'
import { createDoor, withConsent, withDoor } from '../../src/enforce/edge.ts'
import { askingPolicy } from './door-policy.ts'

/** What runs under workerd: a site at the edge that asks, and the door before it. */

declare const WebSocketPair: new () => { readonly 0: WebSocket; readonly 1: WebSocket & { accept(): void } }

const COOKIES = ['session=1; Path=/', 'stranger=1; Path=/', 'basket=1; Path=/; Max-Age=99999999']

function withCookies(body: BodyInit | null): Response {
  const headers = new Headers({ 'Content-Type': 'text/plain' })
  for (const line of COOKIES) headers.append('Set-Cookie', line)
  return new Response(body, { headers })
}

function webSocket(): Response {
  const { 0: client, 1: server } = new WebSocketPair()
  server.accept()
  server.addEventListener('message', event => server.send(event.data))
  server.addEventListener('close', () => server.close())
  const init = { status: 101, webSocket: client, headers: { 'Set-Cookie': 'stranger=1' } }
  return new Response(null, init)
}

const PAGES: Readonly<Record<string, (request: Request) => Response>> = {
  '/cookies': () => withCookies('done'),
  '/echo': ({ body }) => withCookies(body),
  '/plain': () => new Response('done'),
  '/socket': webSocket,
  '/error': () => new Response('failed', { status: 500, headers: { 'Set-Cookie': 'stranger=1' } }),
  '/gone': () => withCookies(null),
}

/** The test asks at an address of this machine, where cookies are judged as at the declared host. */
const policy = askingPolicy()
const door = createDoor(policy)
const consent = createConsent({ policy, door })

async function page(request: Request): Promise<Response> {
  const { html } = await consent.page(request, { language: 'en' })
  return new Response(`<body>${html}<h1>Shop</h1></body>`, { headers: { 'Content-Type': 'text/html' } })
}

const site = (request: Request): Response | Promise<Response> => {
  const { pathname } = new URL(request.url)
  if (pathname === '/page') return page(request)
  return PAGES[pathname]?.(request) ?? new Response('none', { status: 404 })
}

const handler = withDoor(door, withConsent(consent, site))

// workerd looks for a default export.
export default { fetch: (request: Request) => handler(request) }
