import { request } from 'node:http'
import type { Socket } from 'node:net'
import { connect } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { type AllSites, openAllSites, type SiteRequest, type SiteResponse } from './all-sites.ts'

let sites: AllSites | undefined
afterEach(() => sites?.close())

async function opened(answer: (request: SiteRequest) => SiteResponse) {
  sites = await openAllSites({ hosts: ['a-lab.com', 'b-lab.org'], answer })
  const [host = '', port = ''] = sites.proxy.split(':')
  return { host, port: Number(port), sites }
}

/** All that comes, one character an octet. */
const received = (socket: Socket) =>
  new Promise<string>((resolve, reject) => {
    let text = ''
    socket.setEncoding('latin1').on('data', piece => {
      text += piece
    })
    socket.once('close', () => resolve(text))
    socket.once('error', reject)
  })

function connected(host: string, port: number, to: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    request({ host, port, method: 'CONNECT', path: to })
      .once('connect', (response, socket) => resolve({ status: response.statusCode ?? 0, socket }))
      .once('error', reject)
      .end()
  })
}

test('every host is served over http, with the cookies it was sent', async () => {
  const seen: SiteRequest[] = []
  const { host, port } = await opened(asked => {
    seen.push(asked)
    return { status: 200, body: `at ${asked.url.host}` }
  })
  const body = await new Promise<string>((resolve, reject) => {
    const headers = { Host: 'b-lab.org', Cookie: 'a=caf\u00e9' }
    request({ host, port, path: 'http://b-lab.org/in?x=1', headers }, response => {
      let text = ''
      response.on('data', piece => {
        text += piece
      })
      response.on('end', () => resolve(text))
    })
      .once('error', reject)
      .end()
  })
  expect(body).toBe('at b-lab.org')
  expect(seen[0]?.url.href).toBe('http://b-lab.org/in?x=1')
  expect(seen[0]?.cookies).toBe('a=caf\u00e9')
})

test('Set-Cookie lines go out over https as they are, control characters and all', async () => {
  const lines = ['a=\u0001b; Path=/\t', 'caf\u00e9=1', 'n=a\0b']
  const { host, port } = await opened(() => ({ status: 200, cookies: lines, body: 'welcome' }))
  const { socket } = await connected(host, port, 'a-lab.com:443')
  const encrypted = connect({ socket, servername: 'a-lab.com', rejectUnauthorized: false })
  const text = received(encrypted)
  encrypted.write('GET / HTTP/1.1\r\nHost: a-lab.com\r\n\r\n')
  const [head = '', body] = (await text).split('\r\n\r\n')
  expect(head.split('\r\n').filter(line => line.startsWith('Set-Cookie: '))).toEqual(
    lines.map(line => `Set-Cookie: ${line}`),
  )
  expect(body).toBe('welcome')
})

test('what is posted arrives, as far as it is read, with its headers', async () => {
  const seen: SiteRequest[] = []
  const { host, port } = await opened(asked => {
    seen.push(asked)
    return { status: 204 }
  })
  const post = (body: string) =>
    new Promise((resolve, reject) => {
      const headers = { Host: 'a-lab.com', 'Sec-GPC': '1' }
      request({ host, port, method: 'POST', path: 'http://a-lab.com/', headers }, resolve)
        .once('error', reject)
        .end(body)
    })
  await post('name=\u043b\u0438\u043f\u0430')
  await post('x'.repeat(200_000))
  expect(seen.map(({ method, headers }) => [method, headers['sec-gpc']])).toEqual([
    ['POST', '1'],
    ['POST', '1'],
  ])
  expect(seen[0]?.body).toBe('name=\u043b\u0438\u043f\u0430')
  expect(seen[1]?.body).toHaveLength(65_536)
})

test('any other place is refused and told', async () => {
  const { host, port, sites } = await opened(() => ({ status: 200 }))
  const { status, socket } = await connected(host, port, 'update.example.com:443')
  socket.destroy()
  expect(status).toBe(502)
  expect([...sites.outside]).toEqual([['update.example.com', 1]])
})
