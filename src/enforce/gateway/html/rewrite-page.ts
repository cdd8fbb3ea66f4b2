import type { Extension } from '../page/content-security.ts'
import { beginsPage } from '../page/content-type.ts'
import { MARK_LENGTH, type Reading, readingOf } from './charset.ts'
import type { Insertion } from './hold-tag.ts'
import type { HostRules } from './host-rules.ts'
import { PageScan } from './page-scan.ts'

export interface RewriteOptions {
  /** For the encoding. */
  readonly contentType: string
  /** Whether only its first bytes tell that it is a page at all; if they do not it passes as it is. */
  readonly isGuessed?: boolean
  /** Goes in where the body begins; ASCII; empty: nothing does. */
  readonly notice: readonly Buffer[]
  /** What that needs of a page that restricts itself; null: nothing. */
  readonly needed: Extension | null
  readonly rules: HostRules | null
}

/** Puts the notice into a page and makes inert what is held, while the page passes. All other bytes stay as they are. */
export class PageRewriter {
  readonly #options: RewriteOptions
  #reading: Reading | null = null
  #scan: PageScan | null = null
  /** What was read and not yet let go, from the byte `#released` on. */
  #kept: Buffer[] = []
  #released = 0
  /** Bytes too few to be read: before the mark is known, or half a character. */
  #rest: Buffer = Buffer.alloc(0)

  constructor(options: RewriteOptions) {
    this.#options = options
  }

  get heldTags(): number {
    return this.#scan?.heldTags ?? 0
  }

  /** What can be sent on, now that this has come. */
  push(chunk: Buffer): readonly Buffer[] {
    if (this.#reading !== null && this.#scan === null) return [chunk]
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    return this.#reading === null ? this.#begin(bytes, false) : this.#read(bytes, this.#reading)
  }

  /** Waits until enough is there to know what it is and how it is written. */
  #begin(bytes: Buffer, hasEnded: boolean): readonly Buffer[] {
    const { isGuessed = false, contentType } = this.#options
    const isPage = isGuessed ? beginsPage(bytes, hasEnded) : true
    if (isPage === null || (!hasEnded && bytes.length < MARK_LENGTH)) {
      this.#rest = bytes
      return []
    }
    const reading = readingOf(contentType, bytes)
    this.#reading = reading
    if (isPage) return this.#read(bytes, reading, Math.min(reading.mark, bytes.length))
    this.#rest = Buffer.alloc(0)
    return [bytes]
  }

  /** The page has ended: what is left. */
  finish(): readonly Buffer[] {
    const out = this.#reading === null ? [...this.#begin(this.#rest, true)] : []
    const scan = this.#scan
    const reading = this.#reading
    if (scan === null || reading === null) return out
    out.push(...this.#release(scan.end(), Number.POSITIVE_INFINITY, reading))
    if (this.#rest.length > 0) out.push(this.#rest)
    return out
  }

  /** `from`: after the byte order mark. */
  #read(bytes: Buffer, reading: Reading, from = 0): readonly Buffer[] {
    const { notice, needed, rules } = this.#options
    const scan = this.#scan ?? new PageScan({ notice, needed, rules, slice: (start, end) => this.#slice(start, end) })
    this.#scan = scan
    const whole = bytes.length - ((bytes.length - from) % reading.width)
    this.#rest = bytes.subarray(whole)
    const out = from === 0 ? [] : [bytes.subarray(0, from)]
    if (whole > from) {
      const piece = bytes.subarray(from, whole)
      this.#kept.push(piece)
      const insertions = scan.feed(reading.mask(reading.read(piece)))
      out.push(...this.#release(insertions, scan.settled * reading.width, reading))
    }
    return scan.done ? [...out, ...this.#letGo(reading)] : out
  }

  /** Nothing more is looked for: what comes now passes unread. */
  #letGo(reading: Reading): readonly Buffer[] {
    const out = [...this.#release([], Number.POSITIVE_INFINITY, reading), this.#rest]
    this.#scan = null
    this.#rest = Buffer.alloc(0)
    return out.filter(({ length }) => length > 0)
  }

  #release(insertions: readonly Insertion[], settled: number, { width, write }: Reading): readonly Buffer[] {
    const out: Buffer[] = []
    for (const { at, bytes } of insertions) {
      this.#takeUntil(at * width, out)
      out.push(write(bytes))
    }
    this.#takeUntil(settled, out)
    return out
  }

  #takeUntil(end: number, out: Buffer[]): void {
    while (this.#released < end) {
      const first = this.#kept.shift()
      if (first === undefined) return
      const count = Math.min(first.length, end - this.#released)
      out.push(first.subarray(0, count))
      if (count < first.length) this.#kept.unshift(first.subarray(count))
      this.#released += count
    }
  }

  #slice(start: number, end: number): string {
    if (this.#reading === null) return ''
    const { width, read } = this.#reading
    const parts: Buffer[] = []
    let at = this.#released
    for (const kept of this.#kept) {
      if (at + kept.length > start * width && at < end * width)
        parts.push(kept.subarray(Math.max(0, start * width - at), end * width - at))
      at += kept.length
    }
    return read(Buffer.concat(parts))
  }
}
