import type { Transform } from 'node:stream'
import {
  constants,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createGunzip,
  createGzip,
  createInflate,
  createInflateRaw,
} from 'node:zlib'

/** Codings that a page can be taken out of and put into again. */
const CODINGS = ['gzip', 'br', 'deflate'] as const
export type Coding = (typeof CODINGS)[number] | 'identity'

const isCoding = (name: string): name is Coding => name === 'identity' || (CODINGS as readonly string[]).includes(name)

/** The coding of a page; null if it is one we cannot read, or several on top of each other. */
export function codingOf(contentEncoding: string | undefined): Coding | null {
  const name = (contentEncoding ?? 'identity').trim().toLowerCase() || 'identity'
  const usual = name === 'x-gzip' ? 'gzip' : name
  return isCoding(usual) ? usual : null
}

const nameOf = (part: string): string => (part.split(';')[0] ?? '').trim().toLowerCase()

/** `Accept-Encoding` without what we could not read. Null where nothing is left of it. */
export function readableOnly(accepted: string): string | null {
  const kept = accepted.split(',').filter(part => isCoding(nameOf(part)))
  return kept.length === 0 ? null : kept.map(part => part.trim()).join(', ')
}

/** RFC 9110, 12.5.3: whether a visitor who sent this takes the coding. */
export function accepts(accepted: string | undefined, coding: Coding): boolean {
  if (coding === 'identity') return true
  const parts = (accepted ?? '').split(',')
  const part = parts.find(each => nameOf(each) === coding) ?? parts.find(each => nameOf(each) === '*')
  return part !== undefined && !/;\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(part)
}

/** Servers call two things `deflate`; the first byte tells which: RFC 1950, 2.2. */
const isWrapped = (first: number): boolean => (first & 0x0f) === 8

/** Takes a page out of its coding: chosen by its first bytes. */
export function createDecoder(coding: Exclude<Coding, 'identity'>, first: Buffer): Transform {
  if (coding === 'br') return createBrotliDecompress()
  if (coding === 'gzip') return createGunzip()
  return isWrapped(first[0] ?? 8) ? createInflate() : createInflateRaw()
}

export interface Encoder {
  readonly stream: Transform
  /** Sends out what has been taken in: when nothing more is there for now. */
  readonly flush: () => void
}

/** Quick ones: a page is put together for one visitor. */
const BROTLI_QUALITY = 4

export function createEncoder(coding: Exclude<Coding, 'identity'>): Encoder {
  if (coding === 'br') {
    const stream = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
    return { stream, flush: () => stream.flush(constants.BROTLI_OPERATION_FLUSH) }
  }
  const stream = coding === 'gzip' ? createGzip() : createDeflate()
  return { stream, flush: () => stream.flush(constants.Z_SYNC_FLUSH) }
}
