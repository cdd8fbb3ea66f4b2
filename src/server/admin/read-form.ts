/** More than any form of these pages takes (octets). */
const LARGEST = 8192

/** The fields of a form; null for what is none, or too large. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(type) || request.body === null) return null
  const pieces: Uint8Array[] = []
  let size = 0
  // Left early, the stream is cancelled, and the rest is not read.
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > LARGEST) return null
    pieces.push(piece)
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
}
