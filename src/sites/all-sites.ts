import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { createCertificate } from './certificate.ts'

export interface SiteRequest {
  readonly method: string
  readonly url: URL
  /** The `Cookie` header as it came, one character an octet; empty if there was none. */
  readonly cookies: string
  readonly headers: IncomingHttpHeaders
  /** As far as it is read: 64 KB. */
  readonly body: string
}

export interface SiteResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** `Set-Cookie` lines, one character an octet; whatever they hold, they are sent so. */
  readonly cookies?: readonly string[]
  readonly body?: string
}

export interface AllSitesOptions {
  /** Every host there is. */
  readonly hosts: readonly string[]
  readonly answer: (request: SiteRequest) => SiteResponse | Promise<SiteResponse>
  /** Any free one if left out. */
  readonly port?: number
}

/** Every site there is, behind one proxy on loopback. */
export interface AllSites {
  /** `127.0.0.1:PORT`. */
  readonly proxy: string
  /** Hosts that were asked for and are none of ours, each refused: how often. */
  readonly outside: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/** Long enough for any `Cookie` header the lab provokes; Node's own limit is 16 KB. */
const MOST_HEADER = 1024 * 1024
const MOST_BODY = 64 * 1024

const ALWAYS = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }

/** What Node refuses in a header. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/

/**
 * Node refuses control characters in headers, and the lab must send just those: a response with such cookies is written
 * to the socket as it is, and closes the connection.
 */
function writeRaw(socket: Socket, { status, headers, cookies = [], body = '' }: SiteResponse): void {
  const content = Buffer.from(body)
  const fields = Object.entries({ ...ALWAYS, ...headers, 'Content-Length': content.length, Connection: 'close' })
  const lines = [
    `HTTP/1.1 ${status} Raw`,
    ...fields.map(([name, value]) => `${name}: ${value}`),
    ...cookies.map(line => `Set-Cookie: ${line}`),
  ]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content]))
}

function write(response: ServerResponse, request: IncomingMessage, answer: SiteResponse): void {
  const { status, headers, cookies = [], body } = answer
  if (cookies.some(line => UNSENDABLE.test(line))) {
    writeRaw(request.socket, answer)
    return
  }
  response.writeHead(status, { ...ALWAYS, ...headers, ...(cookies.length === 0 ? {} : { 'Set-Cookie': [...cookies] }) })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    if (length < MOST_BODY) pieces.push(piece)
    length += piece.length
  }
  return Buffer.concat(pieces).subarray(0, MOST_BODY).toString('utf8')
}

/**
 * A forward proxy that is every site at once, over http and https: `GET http://any.host/` is answered here, and
 * `CONNECT any.host:443` gets a server with a certificate for all hosts. No name is looked up, nothing leaves the machine.
 */
export async function openAllSites({ hosts, answer, port = 0 }: AllSitesOptions): Promise<AllSites> {
  const known = new Set(hosts)
  const outside = new Map<string, number>()
  const sockets = new Set<Socket>()

  const knows = (host: string): boolean => {
    if (known.has(host)) return true
    outside.set(host, (outside.get(host) ?? 0) + 1)
    return false
  }
  const handle = (scheme: string) => async (request: IncomingMessage, response: ServerResponse) => {
    const [address = '/', base] = [request.url, `${scheme}://${request.headers.host}`]
    if (!URL.canParse(address, base)) return response.writeHead(400).end()
    const url = new URL(address, base)
    if (!knows(url.hostname)) return response.writeHead(502).end()
    const { method = 'GET', headers } = request
    const body = await readBody(request)
    return write(response, request, await answer({ method, url, cookies: headers.cookie ?? '', headers, body }))
  }

  // Some engines send back control characters, which Node refuses in requests too unless told otherwise.
  const options = { maxHeaderSize: MOST_HEADER, keepAliveTimeout: 30_000, insecureHTTPParser: true }
  const certificate = createCertificate(hosts, new Date())
  const encrypted = createTlsServer({ ...options, ...certificate }, handle('https'))
  const server = createServer(options, handle('http'))
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = (request.url ?? '').replace(/:\d+$/, '')
    if (!knows(host)) return socket.end('HTTP/1.1 502 No such site\r\n\r\n')
    socket.write('HTTP/1.1 200 Connected\r\n\r\n')
    return encrypted.emit('connection', socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    proxy: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    outside,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
