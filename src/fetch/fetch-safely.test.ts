import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchSafely, isPrivateAddress } from './index.ts'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

/** A server on this machine; gives its origin. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const fetchHere = (url: string, options: FetchOptions = {}) => fetchSafely(url, { allowPrivate: true, ...options })

async function refusalOf(url: string, options: FetchOptions = {}) {
  const result = await fetchHere(url, options)
  return result.ok ? undefined : [result.issue.code, ...Object.values(result.issue.data)]
}

const codeOf = async (url: string, options: FetchOptions = {}) => (await refusalOf(url, options))?.[0]

async function bodyOf(url: string, options: FetchOptions = {}) {
  const result = await fetchHere(url, options)
  return result.ok ? new TextDecoder().decode(result.value.body) : result.issue.code
}

describe('an address that is not of the public internet', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    '2001:db8::1',
    'fe80::1%eth0',
    'no address',
  ])('%s is private', address => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450::200e'])(
    '%s is public',
    address => {
      expect(isPrivateAddress(address)).toBe(false)
    },
  )

  /** IANA's special-purpose registries, from the first address of each block to the last. */
  test.each([
    ['0.0.0.0', '0.255.255.255'],
    ['10.0.0.0', '10.255.255.255'],
    ['100.64.0.0', '100.127.255.255'],
    ['127.0.0.0', '127.255.255.255'],
    ['169.254.0.0', '169.254.255.255'],
    ['172.16.0.0', '172.31.255.255'],
    ['192.0.0.0', '192.0.0.255'],
    ['192.0.2.0', '192.0.2.255'],
    ['192.31.196.0', '192.31.196.255'],
    ['192.52.193.0', '192.52.193.255'],
    ['192.88.99.0', '192.88.99.255'],
    ['192.168.0.0', '192.168.255.255'],
    ['192.175.48.0', '192.175.48.255'],
    ['198.18.0.0', '198.19.255.255'],
    ['198.51.100.0', '198.51.100.255'],
    ['203.0.113.0', '203.0.113.255'],
    ['224.0.0.0', '255.255.255.255'],
    ['64:ff9b::', '64:ff9b::ffff:ffff'],
    ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
    ['100::', '100::ffff:ffff:ffff:ffff'],
    ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fe80::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ])('from %s to %s all are private', (first, last) => {
    expect([isPrivateAddress(first), isPrivateAddress(last)]).toEqual([true, true])
  })

  test.each([
    ['9.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.128.0.0'],
    ['126.255.255.255', '128.0.0.0'],
    ['169.253.255.255', '169.255.0.0'],
    ['172.15.255.255', '172.32.0.0'],
    ['192.0.1.0', '192.0.3.0'],
    ['192.167.255.255', '192.169.0.0'],
    ['198.17.255.255', '198.20.0.0'],
    ['223.255.255.255', '1.0.0.0'],
    ['2001:200::', '2001:db9::'],
    ['2003::', '3ffe::'],
    ['5eff::', '5f01::'],
    ['fbff::', 'fe7f::'],
  ])('%s and %s, beside them, are public', (before, after) => {
    expect([isPrivateAddress(before), isPrivateAddress(after)]).toEqual([false, false])
  })

  test('is not asked, by whatever name or spelling', async () => {
    let asked = 0
    const origin = await serve((_, response) => {
      asked += 1
      response.end()
    })
    const { port } = new URL(origin)
    for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '127.1']) {
      expect(await codeOf(`http://${host}:${port}/`, { allowPrivate: false })).toBe('fetch-private')
    }
    expect(asked).toBe(0)
  })

  test('is not reached by a redirect either', async () => {
    const target = await serve((_, response) => response.end('secret'))
    const { port } = new URL(target)
    const resolve = async (host: string) => [{ address: host === 'public.example' ? '127.0.0.1' : host, family: 4 }]
    const origin = await serve((_, response) => response.writeHead(302, { location: target }).end())
    const url = origin.replace('127.0.0.1', 'public.example')
    expect(await bodyOf(url, { resolve })).toBe('secret')
    expect(await refusalOf(url, { allowPrivate: false, resolve })).toEqual([
      'fetch-private',
      'public.example',
      '127.0.0.1',
    ])
    expect(port).not.toBe(new URL(origin).port)
  })

  test('is not reached by a name that changes its mind: the checked address is the one that is asked', async () => {
    let asked = 0
    let resolved = 0
    const origin = await serve((_, response) => {
      asked += 1
      response.end('here')
    })
    const url = origin.replace('127.0.0.1', 'rebind.example')
    const resolve = async () => [{ address: resolved++ === 0 ? '127.0.0.1' : '192.0.2.1', family: 4 }]
    expect(await bodyOf(url, { resolve })).toBe('here')
    expect([asked, resolved]).toEqual([1, 1])
  })

  test('beside a public one is enough to refuse', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    expect(await refusalOf('http://two.example/', { allowPrivate: false, resolve })).toEqual([
      'fetch-private',
      'two.example',
      '10.0.0.1',
    ])
  })
})

describe('redirects', () => {
  test('are followed, and the last address is told', async () => {
    const origin = await serve(({ url }, response) => {
      if (url === '/end') response.end('there')
      else response.writeHead(url === '/a' ? 301 : 307, { location: url === '/a' ? 'b' : '/end' }).end('not this')
    })
    const result = await fetchHere(`${origin}/a`)
    expect(result).toMatchObject({ ok: true, value: { url: `${origin}/end`, status: 200 } })
  })

  test('that go round in circles end', async () => {
    const origin = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
    expect(await refusalOf(`${origin}/`)).toEqual(['fetch-redirects', `${origin}/`, 5])
  })

  test.each(['file:///etc/passwd', 'ftp://a.example/', 'javascript:alert(1)', 'data:text/plain,x'])(
    'to %s lead nowhere',
    async location => {
      const origin = await serve((_, response) => response.writeHead(302, { location }).end())
      expect(await codeOf(`${origin}/`)).toBe('fetch-scheme')
      expect(await codeOf(location)).toBe('fetch-scheme')
    },
  )
})

describe('bodies', () => {
  const compressed = {
    gzip: gzipSync('hello'),
    'x-gzip': gzipSync('hello'),
    deflate: deflateSync('hello'),
    br: brotliCompressSync('hello'),
    identity: Buffer.from('hello'),
  }

  test.each(Object.entries(compressed))('compressed with %s are read', async (encoding, body) => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect(await bodyOf(origin)).toBe('hello')
  })

  test.each([
    ['gzip', Buffer.from('not gzip at all')],
    ['gzip', gzipSync('hello').subarray(0, 12)],
    ['zstd', Buffer.from('hello')],
    ['gzip, gzip', gzipSync(gzipSync('hello'))],
  ])('with a damaged or unknown compression (%s) are refused', async (encoding, body) => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect(await refusalOf(origin)).toMatchObject(['fetch-failed', `${origin}`, 'encoding'])
  })

  test('that are longer than the limit are cut, also when only their compression is short', async () => {
    const origin = await serve((_, response) => response.end('x'.repeat(1001)))
    const bomb = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
    )
    expect(await bodyOf(origin, { limit: 1001 })).toHaveLength(1001)
    expect(await refusalOf(origin, { limit: 1000 })).toEqual(['fetch-large', origin, 1000])
    expect(await refusalOf(bomb, { limit: 1000 })).toEqual(['fetch-large', bomb, 1000])
  })

  test('that never end are given up in time', async () => {
    const origin = await serve((_, response) => response.write('a'))
    expect(await refusalOf(origin, { seconds: 0.2 })).toEqual(['fetch-slow', origin, 0.2])
  })

  test('that never begin are given up in time, or when asked to stop', async () => {
    const origin = await serve(() => {})
    expect(await codeOf(origin, { seconds: 0.2 })).toBe('fetch-slow')
    expect(await codeOf(origin, { signal: AbortSignal.timeout(50) })).toBe('fetch-slow')
  })
})

test('nothing is sent that tells who asks: no cookies, no Referer (2.4.3)', async () => {
  const seen: IncomingMessage['headers'][] = []
  const origin = await serve((request, response) => {
    seen.push(request.headers)
    response.writeHead(request.url === '/' ? 302 : 200, { location: '/next', 'set-cookie': 'id=1' }).end()
  })
  await fetchHere(origin)
  expect(seen).toHaveLength(2)
  for (const headers of seen) expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie', 'referer']))
  expect(seen[1]).toMatchObject({ pragma: 'no-cache' })
})

test.each([
  ['http://127.0.0.1:1/', 'ECONNREFUSED'],
  ['http://name.invalid/', 'ENOTFOUND'],
])('%s cannot be fetched', async (url, reason) => {
  const resolve = async (host: string) => {
    throw Object.assign(new Error(host), { code: 'ENOTFOUND' })
  }
  expect(await refusalOf(url, { resolve })).toEqual(['fetch-failed', url, reason])
})

test('an answer that is no HTTP is told as such', async () => {
  const { createServer: createTcp } = await import('node:net')
  const server = createTcp(socket => void socket.resume().end('SSH-2.0\r\n\r\n'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await refusalOf(url)).toEqual(['fetch-failed', url, 'http'])
  await new Promise(resolve => server.close(resolve))
})

test('headers come as they were sent, in their order, those of one name apart', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, ['P3P', 'CP="NOI"', 'Set-Cookie', 'a=1', 'set-cookie', 'b=2'])
    response.end()
  })
  const found = await fetchSafely(`${origin}/`, { allowPrivate: true })
  expect(found.ok && found.value.headers.slice(0, 3)).toEqual([
    ['P3P', 'CP="NOI"'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ])
})
