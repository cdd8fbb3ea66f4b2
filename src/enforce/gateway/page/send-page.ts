import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Transform } from 'node:stream'
import type { PageRewriter } from '../html/rewrite-page.ts'
import { trailersOf } from '../http/response-head.ts'
import { type Coding, createDecoder, createEncoder, type Encoder } from './content-coding.ts'

export interface PageSending {
  readonly from: IncomingMessage
  /** With its head written. */
  readonly to: ServerResponse
  readonly rewriter: PageRewriter
  /** As the page comes. */
  readonly coding: Coding
  /** As it goes. */
  readonly outCoding: Coding
}

/** What was compressed goes out after so long without more (milliseconds): a page that is made slowly is shown as it grows. */
const QUIET = 5

/** One piece costs the connection less than several. */
const joined = (pieces: readonly Buffer[]): Buffer =>
  pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)

function endWithTrailers(from: IncomingMessage, to: ServerResponse): void {
  const trailers = trailersOf(from)
  if (trailers.length > 0) to.addTrailers(trailers)
}

/** A page that is not compressed, without the streams that would be needed between. */
function sendPlain({ from, to, rewriter }: PageSending, done: (error: unknown) => void): void {
  const send = (pieces: readonly Buffer[]): boolean => pieces.length === 0 || to.write(joined(pieces))
  from.on('data', (chunk: Buffer) => {
    if (!send(rewriter.push(chunk))) from.pause()
  })
  to.on('drain', () => from.resume())
  from.once('end', () => {
    send(rewriter.finish())
    endWithTrailers(from, to)
    to.end()
    done(null)
  })
  from.once('error', error => {
    to.destroy()
    done(error)
  })
}

/** The rewriter as a stream. What comes after the page is handed over when all of it has been. */
function rewriting({ from, to, rewriter }: PageSending, encoder: Encoder | null): Transform {
  let timer: NodeJS.Timeout | undefined
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const pieces = rewriter.push(chunk)
      if (pieces.length > 0) this.push(joined(pieces))
      clearTimeout(timer)
      if (encoder !== null) timer = setTimeout(encoder.flush, QUIET)
      done()
    },
    flush(done) {
      clearTimeout(timer)
      this.push(joined(rewriter.finish()))
      endWithTrailers(from, to)
      done()
    },
    destroy(error, done) {
      clearTimeout(timer)
      done(error)
    },
  })
}

function connect(sending: PageSending, decoder: Transform | null, done: (error: unknown) => void): void {
  const encoder = sending.outCoding === 'identity' ? null : createEncoder(sending.outCoding)
  const between = [decoder, rewriting(sending, encoder), encoder?.stream ?? null].filter(stream => stream !== null)
  pipeline([sending.from, ...between, sending.to], error => done(error ?? null))
}

/** Sends a page on through the rewriter; `done` is told what went wrong, or null. */
export function sendPage(sending: PageSending, done: (error: unknown) => void): void {
  const { from, coding } = sending
  if (coding === 'identity') return sendPlain(sending, done)
  const begin = (first: Buffer) => {
    from.off('end', none).off('error', lost)
    from.pause()
    from.unshift(first)
    connect(sending, createDecoder(coding, first), done)
  }
  const none = () => {
    sending.to.end()
    done(null)
  }
  const lost = (error: unknown) => {
    sending.to.destroy()
    done(error)
  }
  from.once('data', begin).once('end', none).once('error', lost)
}
