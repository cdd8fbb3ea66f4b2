import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { examplePolicy } from '../../../test/support/policies.ts'
import type { Policy } from '../../model/index.ts'
import { p3pHeader as honoHeader, withP3pHeader } from '../hono.ts'
import { p3pHeader as nodeHeader } from '../node.ts'

const policyWith = async (p3p: Partial<Policy['p3p']>): Promise<Policy> => {
  const policy = await examplePolicy('quality-unit')
  return { ...policy, p3p: { ...policy.p3p, ...p3p } }
}

let running: Server | undefined
afterEach(() => running?.close())

async function headersOf(server: Server): Promise<Record<string, string | string[] | undefined>> {
  running = server
  if (!server.listening) await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host: 'www.qualityunit.com:8080' } }, response => {
      response.resume()
      resolve(response.headers)
    })
      .on('error', reject)
      .end()
  })
}

const node = async (policy: Policy, listener: RequestListener) => {
  const middleware = nodeHeader(policy)
  return headersOf(
    createServer((request, response) => middleware(request, response, () => listener(request, response))),
  )
}

describe('node:http', () => {
  test('always, and never', async () => {
    expect((await node(await policyWith({ header: 'always' }), (_, response) => response.end()))['p3p']).toContain(
      'CP="NOI CURa',
    )
    const never = await node(await policyWith({ header: 'never' }), (_, response) => {
      response.setHeader('Set-Cookie', 'cart=1').end()
    })
    expect(never['p3p']).toBeUndefined()
  })

  test.each<[string, RequestListener]>([
    ['setHeader', (_, response) => void response.setHeader('Set-Cookie', ['a=1', 'cart=1']).end('x')],
    ['appendHeader', (_, response) => void response.appendHeader('set-cookie', 'cart=1').end('x')],
    ['writeHead with an object', (_, response) => void response.writeHead(200, { 'set-cookie': 'cart=1' }).end('x')],
    [
      'writeHead with a flat list',
      (_, response) => void response.writeHead(200, ['Set-Cookie', 'cart=1', 'X', 'y']).end('x'),
    ],
    [
      'a streamed body',
      (_, response) => void (response.setHeader('Set-Cookie', 'cart=1'), response.write('x'), response.end()),
    ],
  ])('with cookies set by %s', async (_, listener) => {
    const headers = await node(await policyWith({ header: 'with-cookies' }), listener)
    expect(headers['p3p']).toContain('CP="')
    expect(headers['set-cookie']).toContain('cart=1')
  })

  test('no cookie, no header; and other headers are left alone', async () => {
    const headers = await node(await policyWith({ header: 'with-cookies' }), (_, response) =>
      response.writeHead(204, { 'X-Other': 'kept' }).end(),
    )
    expect(headers['p3p']).toBeUndefined()
    expect(headers['x-other']).toBe('kept')
  })

  test('per response: an undeclared cookie has no policy to speak of, a declared one has its practice’s', async () => {
    const policy = await policyWith({ header: 'with-cookies', scope: 'response' })
    const declared = policy.cookies.find(cookie => !cookie.pattern)
    const known = await node(
      policy,
      (_, response) => void response.setHeader('Set-Cookie', `${declared?.name}=1; Path=/`).end(),
    )
    const unknown = await node(policy, (_, response) => void response.setHeader('Set-Cookie', 'stranger=1').end())
    expect(known['p3p']).toContain('CP="')
    expect(unknown['p3p']).not.toContain('CP="')
  })
})

describe('Hono', () => {
  const app = (policy: Policy) =>
    new Hono()
      .use(honoHeader(policy))
      .get('/', context => {
        context.header('Set-Cookie', 'cart=1; Path=/')
        return context.text('x')
      })
      .get('/plain', context => context.text('x'))

  test('on Node', async () => {
    const policy = await policyWith({ header: 'with-cookies' })
    const server = serve({ fetch: app(policy).fetch, port: 0, hostname: '127.0.0.1' }) as Server
    await new Promise<void>(resolve => (server.listening ? resolve() : server.once('listening', resolve)))
    expect((await headersOf(server))['p3p']).toContain('CP="')
  })

  test('on any other runtime', async () => {
    const withCookies = app(await policyWith({ header: 'with-cookies' }))
    expect((await withCookies.request('/')).headers.get('P3P')).toContain('CP="')
    expect((await withCookies.request('/plain')).headers.get('P3P')).toBeNull()
    const always = app(await policyWith({ header: 'always' }))
    expect((await always.request('/plain')).headers.get('P3P')).toContain('CP="')
    const never = app(await policyWith({ header: 'never' }))
    expect((await never.request('/')).headers.get('P3P')).toBeNull()
  })

  test('around the whole application, on Node and elsewhere', async () => {
    const policy = await policyWith({ header: 'with-cookies' })
    const bare = new Hono()
      .get('/', context => context.text('x', 200, { 'Set-Cookie': 'cart=1; Path=/' }))
      .get('/plain', context => context.text('x'))
    const dressed = withP3pHeader(policy, bare.fetch)
    const server = serve({ fetch: dressed, port: 0, hostname: '127.0.0.1' }) as Server
    await new Promise<void>(resolve => (server.listening ? resolve() : server.once('listening', resolve)))
    const headers = await headersOf(server)
    expect(headers['p3p']).toContain('CP="')
    expect(headers['set-cookie']).toEqual(['cart=1; Path=/'])
    expect((await dressed(new Request('http://x.example/'))).headers.get('P3P')).toContain('CP="')
    expect((await dressed(new Request('http://x.example/plain'))).headers.get('P3P')).toBeNull()
    const never = await policyWith({ header: 'never' })
    expect(withP3pHeader(never, bare.fetch)).toBe(bare.fetch)
  })
})
