import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

export const SURVEY_FORMATS = ['values', 'ndjson', 'har', 'warc'] as const
export type SurveyFormat = (typeof SURVEY_FORMATS)[number]

/** Enough of a text to know what it is. */
const SNIFF_LENGTH = 4096

/** Reads until so much is there or the stream ends, and gives back a stream that starts at the start again. */
async function peek(stream: AsyncIterable<Uint8Array>, length: number) {
  const source = stream[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let size = 0
  while (size < length) {
    const { done, value } = await source.next()
    if (done === true) break
    pieces.push(value)
    size += value.length
  }
  const head = Buffer.concat(pieces)
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head
    for (;;) {
      const { done, value } = await source.next()
      if (done === true) return
      yield value
    }
  }
  return { head, stream: whole() }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** What a text is, by its beginning: a header value begins with neither `WARC/` nor a brace. */
function sniffFormat(head: string): SurveyFormat {
  const start = head.trimStart()
  if (start.startsWith('WARC/')) return 'warc'
  if (!start.startsWith('{'))
    return start.startsWith('"') && /^"(?:[^"\\]|\\.)*"\s*$/m.test(start.split('\n')[0] ?? '') ? 'ndjson' : 'values'
  return /^\{\s*"log"\s*:\s*\{/.test(start) || /^\{\s*$/m.test(start.split('\n')[0] ?? '') ? 'har' : 'ndjson'
}

export interface OpenedInput {
  readonly format: SurveyFormat
  readonly stream: AsyncIterable<Uint8Array>
}

/** Unzips what is zipped (several members too) and tells what it is, unless that is known. */
export async function openInput(raw: AsyncIterable<Uint8Array>, known?: SurveyFormat): Promise<OpenedInput> {
  const { head, stream } = await peek(raw, 2)
  const plain = isGzip(head) ? pipeline(Readable.from(stream), createGunzip(), () => {}) : stream
  if (known !== undefined) return { format: known, stream: plain }
  const peeked = await peek(plain as AsyncIterable<Uint8Array>, SNIFF_LENGTH)
  return { format: sniffFormat(peeked.head.toString('latin1', 0, SNIFF_LENGTH)), stream: peeked.stream }
}

/** Whether reading failed because the file is damaged, not because it could not be had. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
