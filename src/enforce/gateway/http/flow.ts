import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Writable } from 'node:stream'

/**
 * Passes everything on, no faster than the other side takes it; gives back nothing and ends nothing. What `pipe` does,
 * with half its bookkeeping for each message.
 */
export function flow(from: Readable, to: Writable): void {
  from.on('data', (chunk: Buffer) => {
    if (!to.write(chunk)) from.pause()
  })
  to.on('drain', () => from.resume())
}

/** A body of so many bytes leaves in one piece with its head. */
const SMALL = 8192

/**
 * The same for the body of an answer whose head was just written. node:http joins text to a head, and bytes it does not:
 * a small answer that is there at once leaves as one piece, and is ended by it.
 */
export function flowAnswer(from: IncomingMessage, to: ServerResponse): void {
  const length = Number(from.headers['content-length'] ?? Number.NaN)
  from.on('data', (chunk: Buffer) => {
    if (chunk.length === length && length <= SMALL) to.end(chunk.toString('latin1'), 'latin1')
    else if (!to.write(chunk)) from.pause()
  })
  to.on('drain', () => from.resume())
}
