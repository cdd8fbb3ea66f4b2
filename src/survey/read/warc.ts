import { p3pHeaderAmong, type SurveyRecord, siteOf } from './record.ts'

/** No record's own head, and no HTTP head in it, is read further than this. */
const HEAD_LIMIT = 64 * 1024

const HEAD_END = Buffer.from('\r\n\r\n')

interface Header {
  readonly name: string
  readonly value: string
}

const readHeaders = (lines: readonly string[]): Header[] =>
  lines.flatMap(line => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }]
  })

const valueOf = (headers: readonly Header[], name: string): string | undefined =>
  headers.find(header => header.name.toLowerCase() === name)?.value

/** Takes a stream apart: heads are held until they end, bodies pass by. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#source = stream[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next()
    if (done === true) return false
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
    return true
  }

  /** Up to the next empty line, which is passed; null at the end or past the limit. */
  async head(limit = HEAD_LIMIT): Promise<{ readonly text: string; readonly length: number } | null> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(HEAD_END, from)
      if (end >= 0 && end <= limit) {
        const text = this.#held.toString('latin1', 0, end)
        this.#held = this.#held.subarray(end + HEAD_END.length)
        return { text, length: end + HEAD_END.length }
      }
      if (this.#held.length > limit) return null
      from = Math.max(0, this.#held.length - HEAD_END.length)
      if (!(await this.#more())) return null
    }
  }

  async skip(count: number): Promise<void> {
    let left = count
    while (left > this.#held.length) {
      left -= this.#held.length
      this.#held = Buffer.alloc(0)
      if (!(await this.#more())) return
    }
    this.#held = this.#held.subarray(left)
  }

  async skipLineEnds(): Promise<boolean> {
    for (;;) {
      let at = 0
      while (at < this.#held.length && (this.#held[at] === 0x0d || this.#held[at] === 0x0a)) at++
      this.#held = this.#held.subarray(at)
      if (this.#held.length > 0) return true
      if (!(await this.#more())) return false
    }
  }
}

/** The response records of a WARC file (ISO 28500), already unzipped. What is no WARC ends the reading, told once. */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
  tellBroken: () => void,
): AsyncGenerator<SurveyRecord> {
  const bytes = new Bytes(stream)
  while (await bytes.skipLineEnds()) {
    const head = await bytes.head()
    if (head === null || !head.text.startsWith('WARC/')) return tellBroken()
    const headers = readHeaders(head.text.split('\r\n').slice(1))
    const length = Number(valueOf(headers, 'content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) return tellBroken()
    const target = valueOf(headers, 'warc-target-uri')
    const isResponse = valueOf(headers, 'warc-type') === 'response' && /^<?https?:/i.test(target ?? '')
    if (!isResponse || target === undefined) {
      await bytes.skip(length)
      continue
    }
    const answer = await bytes.head(Math.min(length, HEAD_LIMIT))
    if (answer === null) {
      await bytes.skip(length)
      continue
    }
    yield {
      site: siteOf(target.replace(/^<|>$/g, '')),
      header: p3pHeaderAmong(readHeaders(answer.text.split('\r\n').slice(1))),
    }
    await bytes.skip(length - answer.length)
  }
}
