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
