import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import express from 'express'
import { fastify as createFastify, type FastifyPluginCallback } from 'fastify'
import { Hono } from 'hono'
import { doorMiddleware, withDoor as expressWithDoor } from '../../src/enforce/express.ts'
import { doorPlugin } from '../../src/enforce/fastify.ts'
import { withDoor as honoWithDoor } from '../../src/enforce/hono.ts'
import { createDoor } from '../../src/enforce/index.ts'
import { withDoor } from '../../src/enforce/node.ts'
import { askingPolicy } from '../../test/support/door-policy.ts'
import { answerForTime } from './compare-servers.ts'

const BODY = JSON.stringify({ message: 'an answer of about seventy bytes, as an API has', end: true })

/** Every answer sets a cookie with another value, as a server with sessions does. */
let visits = 0
const cookie = (): string => `session=s${++visits}; Path=/; HttpOnly; Secure; SameSite=Lax`

const door = createDoor(askingPolicy())

const nodeListener: RequestListener = (_, response) => {
  response.setHeader('Set-Cookie', cookie())
  response.setHeader('Content-Type', 'application/json')
  response.end(BODY)
}

const honoFetch = new Hono().get('/', context => {
  context.header('Set-Cookie', cookie())
  return context.body(BODY, 200, { 'Content-Type': 'application/json' })
}).fetch

const tell = (address: AddressInfo | string | null): void => void process.send?.((address as AddressInfo).port)

function listenNode(listener: RequestListener): void {
  const server = createServer(listener).listen(0, '127.0.0.1', () => tell(server.address()))
}

function listenHono(fetch: Hono['fetch']): void {
  serve({ fetch, port: 0, hostname: '127.0.0.1' }, tell)
}

function expressApp(...middlewares: express.Handler[]): express.Express {
  const app = express()
  for (const middleware of middlewares) app.use(middleware)
  return app.get('/', (_, response) => {
    response.set('Set-Cookie', cookie()).type('json').send(BODY)
  })
}

async function listenFastify(plugins: readonly FastifyPluginCallback[]): Promise<void> {
  const app = createFastify()
  for (const plugin of plugins) await app.register(plugin)
  app.get('/', (_, reply) => {
    reply.header('Set-Cookie', cookie()).header('Content-Type', 'application/json').send(BODY)
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  tell(app.server.address())
}

const KINDS: Readonly<Record<string, () => void>> = {
  node: () => listenNode(nodeListener),
  'node-door': () => listenNode(withDoor(door, nodeListener)),
  hono: () => listenHono(honoFetch),
  'hono-door': () => listenHono(honoWithDoor(door, honoFetch)),
  express: () => listenNode(expressApp()),
  'express-door': () => listenNode(expressWithDoor(door, expressApp())),
  'express-middleware': () => listenNode(expressApp(doorMiddleware(door))),
  fastify: () => void listenFastify([]),
  'fastify-door': () => void listenFastify([doorPlugin(door)]),
}

KINDS[process.argv[2] ?? '']?.()

answerForTime()
