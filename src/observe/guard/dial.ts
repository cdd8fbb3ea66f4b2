import { connect, type Socket } from 'node:net'
import { checkedLookup, checkLiteral, PrivateAddress, type Resolve, systemResolve } from '../../fetch/index.ts'
import { BROWSERS_OWN } from '../drivers/chatter.ts'
import { portOf } from './host-port.ts'

export interface DialOptions {
  readonly allowPrivate: boolean
  /** Another HTTP proxy, `HOST:PORT`: it finds the hosts then, and only addresses written as such can be checked. */
  readonly upstream?: string
  /** Default: as the system does. */
  readonly resolve?: Resolve
}

/** Opens a connection to a host; to the very address that was checked, if it leads to one of the public internet. */
export type Dial = (host: string, port: number) => Promise<Socket>

const CONNECT_LIMIT = 15_000
const MOST_HEAD = 16_384

/** Ends by itself if nothing comes of it. */
function opened(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.setTimeout(CONNECT_LIMIT, () =>
      socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
    )
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

/** The end of the answer's head, and what it says; null if it is not complete yet. */
function readHead(seen: Buffer): { readonly ok: boolean; readonly rest: Buffer } | null {
  const end = seen.indexOf('\r\n\r\n')
  if (end < 0) return null
  return { ok: /^HTTP\/1\.[01] 2\d\d/.test(seen.toString('latin1', 0, end)), rest: seen.subarray(end + 4) }
}

/** RFC 9110, 9.3.6: a tunnel through another proxy. */
function tunnelled(socket: Socket, target: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0)
    const fail = (why: string) => {
      socket.destroy()
      reject(new Error(why))
    }
    const closed = () => fail('the proxy closed the connection')
    const hear = (piece: Buffer) => {
      seen = Buffer.concat([seen, piece])
      const head = readHead(seen)
      if (head === null && seen.length <= MOST_HEAD) return
      socket.off('data', hear).off('close', closed).off('error', closed)
      socket.setTimeout(0)
      if (head?.ok !== true) return fail('the proxy gave no tunnel')
      socket.pause()
      if (head.rest.length > 0) socket.unshift(head.rest)
      resolve(socket)
    }
    socket.setTimeout(CONNECT_LIMIT, () => fail('the proxy gave no answer in time'))
    socket.on('data', hear).once('close', closed).once('error', closed)
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)
  })
}

/** A host that nothing is sent to. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
}

/** Throws for a host that is private as it is written (`PrivateAddress`), and for one that only the browser wants. */
export function checkHost(host: string, { allowPrivate }: DialOptions): void {
  // RFC 6761, 6.4: there is never such a host, and nobody should be asked for one.
  if (BROWSERS_OWN.has(host) || /(?:^|\.)invalid\.?$/i.test(host)) throw new NotAsked(host)
  if (allowPrivate) return
  checkLiteral(host)
  // RFC 6761, 6.3: it is always the machine itself, whoever is asked.
  if (/(?:^|\.)localhost\.?$/i.test(host)) throw new PrivateAddress(host, 'loopback')
}

export function createDial(options: DialOptions): Dial {
  const { allowPrivate, upstream, resolve = systemResolve } = options
  const lookup = checkedLookup(resolve, allowPrivate)
  return async (host, port) => {
    checkHost(host, options)
    if (upstream === undefined) return opened(connect({ host: host.replace(/^\[|\]$/g, ''), port, lookup }))
    return tunnelled(await opened(connect(portOf(upstream, 80))), `${host}:${port}`)
  }
}
