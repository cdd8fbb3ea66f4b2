import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { withP3pHeader } from '../../src/enforce/hono.ts'
import { p3pHeader } from '../../src/enforce/node.ts'
import { examplePolicy } from '../../test/support/policies.ts'
import { answerForTime } from './compare-servers.ts'

const BODY = JSON.stringify({ message: 'an answer of about seventy bytes, as an API has', end: true })
const COOKIE = 'cart=1; Path=/'

const policy = await examplePolicy('quality-unit')
const policyWith = (header: 'always' | 'with-cookies') => ({ ...policy, p3p: { ...policy.p3p, header } })

function nodeListener(cookies: boolean): RequestListener {
  return (_, response) => {
    if (cookies) response.setHeader('Set-Cookie', COOKIE)
    response.setHeader('Content-Type', 'application/json')
    response.end(BODY)
  }
}

function honoFetch(cookies: boolean): Hono['fetch'] {
  return new Hono().get('/', context => {
    if (cookies) context.header('Set-Cookie', COOKIE)
    return context.body(BODY, 200, { 'Content-Type': 'application/json' })
  }).fetch
}

function withHeader(listener: RequestListener, header: 'always' | 'with-cookies'): RequestListener {
  const middleware = p3pHeader(policyWith(header))
  return (request, response) => middleware(request, response, () => listener(request, response))
}

const listenNode = (listener: RequestListener): void => {
  const server = createServer(listener).listen(0, '127.0.0.1', () =>
    process.send?.((server.address() as AddressInfo).port),
  )
}
const listenHono = (fetch: Hono['fetch']): void => {
  serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
}

const KINDS: Readonly<Record<string, () => void>> = {
  node: () => listenNode(nodeListener(false)),
  'node-always': () => listenNode(withHeader(nodeListener(false), 'always')),
  'node-cookies': () => listenNode(nodeListener(true)),
  'node-cookies-header': () => listenNode(withHeader(nodeListener(true), 'with-cookies')),
  hono: () => listenHono(honoFetch(false)),
  'hono-always': () => listenHono(withP3pHeader(policyWith('always'), honoFetch(false))),
  'hono-cookies': () => listenHono(honoFetch(true)),
  'hono-cookies-header': () => listenHono(withP3pHeader(policyWith('with-cookies'), honoFetch(true))),
}

KINDS[process.argv[2] ?? '']?.()

answerForTime()
