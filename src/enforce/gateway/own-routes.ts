import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CANDOR_BASE, isLoopback } from '../../model/index.ts'
import { webHeaders } from '../head/node-request.ts'

/** What is this gateway's own: the choices of visitors, health, metrics. */
export const isOwn = (path: string): boolean => path.startsWith(`${CANDOR_BASE}/`) || path === CANDOR_BASE

/** A choice fits into this many times over. */
const LONGEST_BODY = 32_768

/** All of a body; null if it is longer than a choice can be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LONGEST_BODY) return null
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** The request as the rest of the house knows it; null if its body is too long. */
export async function webRequest(request: IncomingMessage, url: string): Promise<Request | null> {
  const { method = 'GET' } = request
  const headers = webHeaders(request)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = await bodyOf(request)
  return body === null ? null : new Request(url, { method, headers, body })
}

export async function sendWebResponse(response: ServerResponse, answer: Response): Promise<void> {
  const head = [...answer.headers].flat()
  const body = Buffer.from(await answer.arrayBuffer())
  // RFC 9110, 8.6: what has no body may still tell how long it would be.
  const isTold = answer.headers.has('Content-Length') || answer.status === 304
  response.writeHead(answer.status, isTold ? head : [...head, 'content-length', String(body.length)])
  response.end(body)
}

export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  const body = Buffer.from(text)
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': body.length,
  })
  response.end(body)
}

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Who may read the metrics: who has the token; without one, who asks from this machine for this machine. A proxy before
 * this gateway asks from here too, but for another host, and says for whom.
 */
export function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return sameText(headers.authorization ?? '', `Bearer ${token}`)
  const forwarded = Object.keys(headers).some(name => name.startsWith('x-forwarded-') || name === 'forwarded')
  return !forwarded && isLoopback(socket.remoteAddress ?? '') && isLoopback(hostnameOf(headers.host ?? ''))
}

const hostnameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
