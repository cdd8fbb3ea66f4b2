import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** The body is longer than was asked for. */
export class TooLarge extends Error {}

/** The body is compressed in a way we did not offer. */
export class UnknownEncoding extends Error {}

/** What `Accept-Encoding` offers. */
export const ENCODINGS = 'gzip, deflate, br'

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

function decoded(message: IncomingMessage): Readable {
  const encoding = (message.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return message
  if (!Object.hasOwn(DECODERS, encoding)) throw new UnknownEncoding(encoding)
  const decoder = DECODERS[encoding as keyof typeof DECODERS]()
  // What goes wrong on the way ends the decoder, which is read below.
  return pipeline(message, decoder, () => {})
}

/** The body, decompressed; reading stops as soon as there is more than the limit, however little was sent. */
export async function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of decoded(message)) {
    length += (piece as Buffer).length
    if (length > limit) {
      message.destroy()
      throw new TooLarge()
    }
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}
