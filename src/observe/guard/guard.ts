import { Agent, createServer, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { PrivateAddress } from '../../fetch/index.ts'
import { checkHost, createDial, type Dial, type DialOptions } from './dial.ts'
import { portOf } from './host-port.ts'
import { createFailures, type Unreached, wayTo } from './unreached.ts'

/**
 * A forward proxy of our own that every request of a browser goes through. It looks names up itself and connects to
 * what it has checked, so that neither a redirect nor a name that changes its mind leads into a private network; and it
 * stops handing on when a page has had its bytes. That holds for any engine.
 */
export interface Guard {
  /** `127.0.0.1:PORT`. */
  readonly proxy: string
  readonly dial: Dial
  /** From here on at most so many bytes are handed on. */
  readonly allow: (bytes: number) => void
  /** When something last came through, in milliseconds since 1970. */
  readonly last: () => number
  /** Whether more was wanted than that. */
  readonly overdrawn: () => boolean
  /** Hosts that were refused since `allow`, with the private address they lead to. */
  readonly refused: () => ReadonlyMap<string, string>
  /** Why nothing came from the host of an address when it was last tried since `allow`; null if something did. */
  readonly unreached: (address: string) => Unreached | null
  readonly close: () => Promise<void>
}

const IDLE_LIMIT = 60_000
const PLAIN = { 'Content-Type': 'text/plain' }

/** RFC 9110, 7.6.1: these are between two ends of a connection only. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Names and values in turn, as Node has them. */
const endToEnd = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) => (at % 2 === 0 && !HOP_BY_HOP.has(name.toLowerCase()) ? [name, raw[at + 1] ?? ''] : []))

function createBudget() {
  let left = Number.POSITIVE_INFINITY
  let last = Date.now()
  return {
    last: () => last,
    allow: (bytes: number) => {
      left = bytes
    },
    overdrawn: () => left < 0,
    /** Ends the connection once too much has come of it. */
    watch: (from: Duplex | IncomingMessage) =>
      from.on('data', (piece: Buffer) => {
        left -= piece.length
        last = Date.now()
        if (left < 0) from.destroy()
      }),
  }
}

/** Plain http, asked for by the whole address: from its host, or from the other proxy in the same words. */
function createForward(dial: Dial, options: DialOptions, heard: (from: IncomingMessage, way: string) => void) {
  const agent = new Agent({ keepAlive: true })
  if (options.upstream === undefined)
    agent.createConnection = (wanted, done) => {
      dial(String(wanted.host), Number(wanted.port)).then(
        socket => done?.(null, socket),
        error => done?.(error, undefined as never),
      )
      return undefined
    }
  const target = (url: URL) => {
    checkHost(url.hostname, options)
    if (options.upstream !== undefined) return { ...portOf(options.upstream, 80), path: url.href }
    return { host: url.hostname, port: Number(url.port || 80), path: url.pathname + url.search }
  }
  const send = (request: IncomingMessage, response: ServerResponse, fail: (error: unknown) => void) => {
    const sent = requestHttp({
      ...target(new URL(request.url ?? '')),
      agent,
      method: request.method ?? 'GET',
      headers: endToEnd(request.rawHeaders) as never,
      insecureHTTPParser: true,
      timeout: IDLE_LIMIT,
    })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', fail)
    sent.on('response', answer => {
      heard(answer, wayTo(request.url ?? ''))
      answer.on('close', () => (answer.complete ? undefined : response.destroy()))
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders) as never)
      answer.pipe(response)
    })
    response.on('close', () => sent.destroy())
    request.pipe(sent)
  }
  return {
    forward: (request: IncomingMessage, response: ServerResponse, fail: (error: unknown) => void) => {
      try {
        send(request, response, fail)
      } catch (error) {
        fail(error)
      }
    },
    close: () => agent.destroy(),
  }
}

/** Two connections as one; when either ends, so does the other. */
function join(one: Duplex, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
    from.pipe(to)
  }
}

export async function openGuard(options: DialOptions): Promise<Guard> {
  const budget = createBudget()
  const dial = createDial(options)
  const sockets = new Set<Socket>()
  const failures = createFailures(options)
  const { forward, close } = createForward(dial, options, (answer, way) => {
    failures.reached(way)
    budget.watch(answer)
  })

  const server = createServer({ maxHeaderSize: 1024 * 1024, insecureHTTPParser: true }, (request, response) => {
    forward(request, response, error => {
      // Whoever asked may have gone, which is no failure of the host.
      if (response.headersSent || request.socket.destroyed) return void response.destroy()
      const { url = '' } = request
      if (!URL.canParse(url)) return void response.writeHead(400).end()
      failures.failed(wayTo(url), new URL(url).hostname, error)
      // Firefox takes an answer without a body for none, and goes on waiting.
      if (error instanceof PrivateAddress) response.writeHead(403, PLAIN).end('403 Private address\n')
      else response.writeHead(502, PLAIN).end('502 No connection\n')
    })
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('connect', async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, port } = portOf(request.url ?? '', 443)
    socket.on('error', () => socket.destroy())
    try {
      const outer = await dial(host, port)
      failures.reached(`${host}:${port}`)
      if (socket.destroyed) return void outer.destroy()
      outer.setTimeout(IDLE_LIMIT, () => outer.destroy())
      budget.watch(outer)
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      if (head.length > 0) outer.write(head)
      join(socket, outer)
    } catch (error) {
      failures.failed(`${host}:${port}`, host, error)
      socket.end(`HTTP/1.1 ${error instanceof PrivateAddress ? '403 Private address' : '502 No connection'}\r\n\r\n`)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    proxy: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    dial,
    allow: bytes => {
      failures.clear()
      budget.allow(bytes)
    },
    last: budget.last,
    overdrawn: budget.overdrawn,
    refused: () => new Map(failures.refused),
    unreached: address => failures.unreached.get(wayTo(address)) ?? null,
    close: async () => {
      close()
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
