import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DialOptions } from './dial.ts'
import { type Guard, openGuard } from './guard.ts'
import { portOf } from './host-port.ts'

const server = createServer((asked, response) => {
  if (asked.url === '/big') response.end(Buffer.alloc(2_000_000))
  else response.setHeader('Set-Cookie', ['a=1', 'b=2']).end(`${asked.method} ${asked.headers.host} ${asked.url}`)
})
let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.closeAllConnections())

async function withGuard<T>(options: DialOptions, use: (guard: Guard) => Promise<T>): Promise<T> {
  const guard = await openGuard(options)
  try {
    return await use(guard)
  } finally {
    await guard.close()
  }
}

interface Answer {
  readonly status: number
  readonly length: number
  readonly text: string
  readonly cookies: readonly string[]
}

const ask = (guard: Guard, url: string): Promise<Answer | 'broken'> =>
  new Promise(resolve => {
    const proxy = portOf(guard.proxy, 80)
    const sent = request({ host: proxy.host, port: proxy.port, path: url, headers: { Host: new URL(url).host } })
    sent.on('error', () => resolve('broken'))
    sent.on('response', async answer => {
      const pieces: Buffer[] = []
      answer.on('error', () => resolve('broken'))
      answer.on('data', piece => pieces.push(piece))
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        const cookies = answer.headers['set-cookie'] ?? []
        resolve({ status: answer.statusCode ?? 0, length: text.length, text: text.slice(0, 100), cookies })
      })
    })
    sent.end()
  })

/** The first line of the answer to CONNECT. */
const tunnel = (guard: Guard, target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const proxy = portOf(guard.proxy, 80)
    const socket = connect(proxy.port, proxy.host, () => socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: x\r\n\r\n`))
    socket.once('data', piece => {
      socket.destroy()
      resolve(String(piece).split('\r\n')[0] ?? '')
    })
    socket.once('error', reject)
  })

const at = (address: string) => async () => [{ address, family: address.includes(':') ? 6 : 4 }]

describe('what goes through the guard', () => {
  test('is handed on as it is', () =>
    withGuard({ allowPrivate: true, resolve: at('127.0.0.1') }, async guard => {
      const answer = await ask(guard, `http://shop.example:${port}/a?b=c`)
      expect(answer).toMatchObject({ status: 200, text: `GET shop.example:${port} /a?b=c`, cookies: ['a=1', 'b=2'] })
    }))

  test('ends when the page has had its bytes, and that is told', () =>
    withGuard({ allowPrivate: true }, async guard => {
      guard.allow(100_000)
      expect(await ask(guard, `http://127.0.0.1:${port}/big`)).toBe('broken')
      expect(guard.overdrawn()).toBe(true)
      guard.allow(100_000)
      expect(await ask(guard, `http://127.0.0.1:${port}/`)).toMatchObject({ status: 200 })
    }))

  test('goes through another proxy where there is one', () =>
    withGuard({ allowPrivate: true, resolve: at('127.0.0.1') }, outer =>
      withGuard({ allowPrivate: false, upstream: outer.proxy }, async guard => {
        expect(await ask(guard, `http://shop.example:${port}/`)).toMatchObject({ status: 200 })
        expect(await tunnel(guard, `shop.example:${port}`)).toContain('200')
      }),
    ))
})

describe('a private address', () => {
  const hosts = ['127.0.0.1', '10.0.0.1', '[::1]', '169.254.169.254', 'localhost', 'app.localhost']

  test.each(hosts)('%s is refused, plain or encrypted', host =>
    withGuard({ allowPrivate: false }, async guard => {
      expect(await ask(guard, `http://${host}:${port}/`)).toMatchObject({ status: 403 })
      expect(await tunnel(guard, `${host}:${port}`)).toContain('403')
      expect([...guard.refused().keys()]).toEqual([host])
    }),
  )

  test('is refused behind a public name', () =>
    withGuard({ allowPrivate: false, resolve: at('192.168.1.1') }, async guard => {
      expect(await tunnel(guard, 'innocent.example:443')).toContain('403')
      expect(guard.refused().get('innocent.example')).toBe('192.168.1.1')
    }))

  test('is refused even where another proxy would find it', () =>
    withGuard({ allowPrivate: true }, outer =>
      withGuard({ allowPrivate: false, upstream: outer.proxy }, async guard => {
        expect(await ask(guard, `http://127.0.0.1:${port}/`)).toMatchObject({ status: 403 })
      }),
    ))

  test('is not reached by a name that says something else at each look-up', () => {
    // The first address is public, and nobody is there; were the name looked up again to connect, it would be here.
    let asked = 0
    const resolve = async () => [{ address: asked++ === 0 ? '0.0.0.1' : '127.0.0.1', family: 4 }]
    return withGuard({ allowPrivate: false, resolve }, async guard => {
      expect(await tunnel(guard, `rebind.example:${port}`)).toContain('403')
      expect(await tunnel(guard, `rebind.example:${port}`)).toContain('403')
      expect(asked).toBe(2)
    })
  })
})

test('what only the browser wants of its maker goes nowhere, not even through another proxy', () =>
  withGuard({ allowPrivate: true, resolve: at('127.0.0.1') }, outer =>
    withGuard({ allowPrivate: true, upstream: outer.proxy, resolve: at('127.0.0.1') }, async guard => {
      for (const host of ['update.googleapis.com', 'accounts.invalid']) {
        expect(await ask(guard, `http://${host}:${port}/`)).toMatchObject({ status: 502 })
        expect(await tunnel(guard, `${host}:${port}`)).toContain('502')
      }
      expect([...guard.refused()]).toEqual([])
    }),
  ))

const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code })
}

describe('why nothing came from a host', () => {
  test.each<[string, DialOptions, string, string]>([
    ['no such host', { allowPrivate: true, resolve: failing('ENOTFOUND') }, 'no-such-host', 'a.example'],
    ['no look-up', { allowPrivate: true, resolve: failing('EAI_AGAIN') }, 'name-unknown', 'a.example'],
    ['nobody there', { allowPrivate: true, resolve: at('127.0.0.1') }, 'nobody-answers', 'a.example'],
    ['a private address', { allowPrivate: false, resolve: at('10.0.0.1') }, 'private-address', 'a.example'],
    ['something else', { allowPrivate: true, resolve: failing('EHOSTDOWN') }, 'network', 'a.example (EHOSTDOWN)'],
    ['no proxy', { allowPrivate: true, upstream: '127.0.0.1:1' }, 'network', 'connect ECONNREFUSED 127.0.0.1:1'],
  ])('%s: is told, plain or encrypted, until the next page', (_, options, why, detail) =>
    withGuard(options, async guard => {
      await ask(guard, 'http://a.example:1/b?c')
      await tunnel(guard, 'a.example:1')
      expect(guard.unreached('http://a.example:1/b?c#d')).toEqual({ why, detail })
      expect(guard.unreached('https://a.example:1/other')).toEqual({ why, detail })
      expect(guard.unreached('http://a.example:1/other')).toBeNull()
      guard.allow(1000)
      expect(guard.unreached('https://a.example:1/other')).toBeNull()
    }),
  )

  test('is forgotten when something came after all', () => {
    let asked = 0
    const resolve = async () => (asked++ === 0 ? failing('EAI_AGAIN')() : at('127.0.0.1')())
    return withGuard({ allowPrivate: true, resolve }, async guard => {
      const url = `http://a.example:${port}/`
      await ask(guard, url)
      expect(guard.unreached(url)).not.toBeNull()
      await ask(guard, url)
      expect(guard.unreached(url)).toBeNull()
    })
  })
})

test('rubbish gets an answer, not an end', () =>
  withGuard({ allowPrivate: true }, async guard => {
    expect(await tunnel(guard, 'no-port-and:no:sense')).toContain('502')
    expect(await ask(guard, 'http://127.0.0.1:1/')).toMatchObject({ status: 502 })
  }))
