import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import express from 'express'
import { fastify as createFastify } from 'fastify'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingPolicy } from '../../../test/support/door-policy.ts'
import { type Consent, createConsent, type PageAsking } from '../consent/index.ts'
import { createDoor, type Door } from '../door/index.ts'
import { withConsent as fetchWithConsent, withDoor as fetchWithDoor } from '../edge.ts'
import * as ofExpress from '../express.ts'
import * as ofFastify from '../fastify.ts'
import * as ofHono from '../hono.ts'
import { consentMiddleware, pageFor, withConsent, withDoor } from '../node.ts'

interface Asked {
  readonly door: Door
  readonly consent: Consent
}

type Build = (asked: Asked) => Server | Promise<Server>

const LANGUAGE = { language: 'en' } as const

const pageWith = ({ html }: PageAsking): string =>
  `<!doctype html><html lang="en"><body>${html}<h1>Shop</h1></body></html>`

const listening = (server: Server): Promise<Server> =>
  new Promise(resolve => (server.listening ? resolve(server) : server.once('listening', () => resolve(server))))

const serveNode = (listener: RequestListener): Promise<Server> =>
  listening(createServer(listener).listen(0, '127.0.0.1'))

const serveFetch = (fetch: (request: Request) => Response | Promise<Response>): Promise<Server> =>
  listening(serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server)

/** An application of `node:http` whose every path is a page. */
const nodePages =
  (consent: Consent): RequestListener =>
  async (request, response) => {
    const page = await pageFor(consent, request, LANGUAGE)
    response.setHeader('Set-Cookie', page.setCookies)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(pageWith(page))
  }

const fetchPages =
  (consent: Consent) =>
  async (request: Request): Promise<Response> => {
    const page = await consent.page(request, LANGUAGE)
    const response = new Response(pageWith(page), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    for (const line of page.setCookies) response.headers.append('Set-Cookie', line)
    return response
  }

const BUILDS: Readonly<Record<string, Build>> = {
  'node:http': ({ door, consent }) => serveNode(withDoor(door, withConsent(consent, nodePages(consent)))),
  'node:http, as a middleware': ({ door, consent }) => {
    const [ask, pages] = [consentMiddleware(consent), nodePages(consent)]
    return serveNode(withDoor(door, (request, response) => ask(request, response, () => pages(request, response))))
  },
  'Express 5': ({ door, consent }) => {
    // What reads bodies comes after.
    const app = express().use(ofExpress.consentMiddleware(consent)).use(express.urlencoded())
    app.use(async (request, response) => {
      const page = await ofExpress.pageFor(consent, request, LANGUAGE)
      response.append('Set-Cookie', [...page.setCookies]).send(pageWith(page))
    })
    return serveNode(ofExpress.withDoor(door, app))
  },
  'Fastify 5': async ({ door, consent }) => {
    const app = createFastify()
    await app.register(ofFastify.doorPlugin(door))
    await app.register(ofFastify.consentPlugin(consent))
    app.get('*', async (request, reply) => {
      const page = await ofFastify.pageFor(consent, request.raw, LANGUAGE)
      return reply.header('Set-Cookie', page.setCookies).type('text/html; charset=utf-8').send(pageWith(page))
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    return app.server
  },
  'Hono, as a middleware': ({ door, consent }) => {
    const app = new Hono()
      .use(ofHono.consentMiddleware(consent))
      .get('*', context => fetchPages(consent)(context.req.raw))
    return serveFetch(ofHono.withDoor(door, app.fetch as (request: Request) => Response | Promise<Response>))
  },
  'Hono, around the application': ({ door, consent }) =>
    serveFetch(ofHono.withDoor(door, ofHono.withConsent(consent, fetchPages(consent)))),
  'the edge': ({ door, consent }) => serveFetch(fetchWithDoor(door, fetchWithConsent(consent, fetchPages(consent)))),
}

describe.each(Object.entries(BUILDS))('%s', (_, build) => {
  let server: Server
  let origin: string
  beforeEach(async () => {
    const policy = askingPolicy()
    const door = createDoor(policy)
    server = await build({ door, consent: createConsent({ policy, door }) })
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(origin + path, { headers })
  const choose = (choice: string, from = origin) =>
    fetch(`${origin}/candor/choices`, {
      method: 'POST',
      headers: { Origin: from, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ choice, return: '/tea?cup=1' }),
      redirect: 'manual',
    })

  test('asks on its pages, takes the answer, and asks no more', async () => {
    expect(await (await get('/tea')).text()).toContain('Refuse all')
    const answer = await choose('refuse')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tea?cup=1'])
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-candor=1\/.*statistics=r/)
    const after = await (await get('/tea?cup=1', { Cookie: cookie.split(';')[0] ?? '' })).text()
    expect(after).not.toContain('Refuse all')
    expect(after).toContain('Privacy choices')
    expect(after).toContain('<h1>Shop</h1>')
  })

  test('shows the choices, its scripts, and nothing else under its path', async () => {
    const choices = await get('/candor/choices')
    expect(choices.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await choices.text()).toContain('Privacy choices')
    const script = await get('/candor/headless.js')
    expect(script.headers.get('content-type')).toContain('javascript')
  })

  test('takes no choice that another site makes', async () => {
    const answer = await choose('accept', 'https://evil.example')
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('hears the browser’s signal on a page', async () => {
    const told = 'because your browser sends Global Privacy Control'
    expect(await (await get('/')).text()).not.toContain(told)
    expect(await (await get('/', { 'Sec-GPC': '1' })).text()).toContain(told)
  })
})
