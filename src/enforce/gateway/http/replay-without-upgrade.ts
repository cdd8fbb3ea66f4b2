import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

const ENDS_HERE = new Set(['upgrade', 'http2-settings', 'connection'])

/**
 * RFC 9110, 7.8: a server may ignore that another protocol is wished for. HTTP/2 would pass behind this gateway's back,
 * so the request is read once more, as if the wish were not there.
 */
export function replayWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, rest: Buffer): void {
  const { method, url, httpVersion, rawHeaders, headers } = request
  const connection = (headers.connection ?? '')
    .split(',')
    .map(token => token.trim())
    .filter(token => !ENDS_HERE.has(token.toLowerCase()))
  let head = `${method} ${url} HTTP/${httpVersion}\r\n`
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (!ENDS_HERE.has(rawHeaders[i]?.toLowerCase() ?? '')) head += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`
  if (connection.length > 0) head += `Connection: ${connection.join(', ')}\r\n`
  socket.unshift(Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), rest]))
  server.emit('connection', socket)
}
