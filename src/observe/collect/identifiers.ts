import { createHash } from 'node:crypto'
import type { CarriedId } from '../../model/index.ts'
import type { PageRecord, RecordedRequest } from './page-record.ts'
import { hostOf } from './site.ts'

/** Where an id is kept, by each of the forms in which it may travel. */
type Ids = ReadonlyMap<string, Pick<CarriedId, 'of' | 'encoding'>>

const SHORTEST = 8
const LONGEST = 512
const MOST_VALUES = 2000

/** Seconds or milliseconds of these decades: a clock, the same for everyone. */
const CLOCK = /^1[4-9]\d{8}(?:\d{3})?$/

/** Whether a text is likely nobody else's: long, varied, and neither a word nor a time nor an address. */
export function tellsApart(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || CLOCK.test(text)) return false
  if (new Set(text).size < 5) return false
  return /\d/.test(text) || (/[a-z]/.test(text) && /[A-Z]/.test(text.slice(1))) || text.length >= 20
}

/** Ids stand among version numbers and times: `GA1.2.1234567890.1700000000`. */
const pieces = (value: string): readonly string[] => value.split(/[^A-Za-z0-9]+/).filter(piece => piece !== value)

const ENCODINGS: readonly (readonly [CarriedId['encoding'], (text: string) => string])[] = [
  ['plain', text => text],
  ['url', text => encodeURIComponent(text)],
  ['base64', text => Buffer.from(text).toString('base64')],
  ['base64', text => Buffer.from(text).toString('base64url')],
  ['hex', text => Buffer.from(text).toString('hex')],
  ['md5', text => createHash('md5').update(text).digest('hex')],
  ['sha1', text => createHash('sha1').update(text).digest('hex')],
  ['sha256', text => createHash('sha256').update(text).digest('hex')],
]

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function* keptValues(record: PageRecord): Generator<{ of: CarriedId['of']; value: string }> {
  for (const { name, host, value } of record.jar)
    yield { of: { kind: 'cookie', name, host: host.replace(/^\./, '') }, value }
  for (const { storage } of record.documents)
    for (const { origin, key, value } of storage)
      if (value !== null) yield { of: { kind: 'storage', name: key, host: hostOf(origin) }, value }
}

/** Every id that is kept on the device, in every form it may travel in. */
export function knownIds(record: PageRecord): Ids {
  const ids = new Map<string, Pick<CarriedId, 'of' | 'encoding'>>()
  const add = (form: string, of: CarriedId['of'], encoding: CarriedId['encoding']) => {
    if (!ids.has(form)) ids.set(form, { of, encoding })
  }
  let values = 0
  for (const { of, value } of keptValues(record)) {
    if (values++ >= MOST_VALUES) break
    const plain = decoded(value)
    if (tellsApart(plain)) for (const [encoding, encode] of ENCODINGS) add(encode(plain), of, encoding)
    if (value.length <= LONGEST) for (const piece of pieces(plain)) if (tellsApart(piece)) add(piece, of, 'part')
  }
  return ids
}

interface Carrier {
  readonly in: CarriedId['in']
  readonly name: string
  /** As it stands in the address or the body. */
  readonly raw: string
}

const pairs = (text: string, where: CarriedId['in']): Carrier[] =>
  text.split('&').flatMap(pair => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [{ in: where, name: decoded(pair.slice(0, at)), raw: pair.slice(at + 1) }]
  })

/** Texts in a JSON body, each with the name it stands under. */
function leaves(value: unknown, name: string, found: Carrier[]): void {
  if (typeof value === 'string' || typeof value === 'number') found.push({ in: 'body', name, raw: String(value) })
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) leaves(inner, Array.isArray(value) ? name : key, found)
}

const MOST_DEPTH = 2000

function bodyCarriers(body: string): Carrier[] {
  if (/^\s*[[{]/.test(body) && body.split(/[[{]/, MOST_DEPTH).length < MOST_DEPTH)
    try {
      const found: Carrier[] = []
      leaves(JSON.parse(body), '', found)
      return found
    } catch {
      // No JSON after all.
    }
  const form = pairs(body, 'body')
  return form.length > 0 ? form : body.split(/[\s,;|]+/).map(raw => ({ in: 'body', name: '', raw }))
}

function addressCarriers(url: string): Carrier[] {
  if (!URL.canParse(url)) return []
  const { search, pathname } = new URL(url)
  const path = pathname.split('/').map(raw => ({ in: 'path', name: '', raw }) as const)
  return [...pairs(search.slice(1), 'parameter'), ...path]
}

/** Whole, or in pieces. */
function* forms(raw: string): Generator<string> {
  yield raw
  const plain = decoded(raw)
  if (plain !== raw) yield plain
  for (const piece of pieces(plain)) if (piece.length >= SHORTEST) yield piece
}

function idIn({ raw }: Carrier, ids: Ids) {
  for (const form of forms(raw.slice(0, 8 * LONGEST))) {
    const id = ids.get(form)
    if (id !== undefined) return id
  }
  return undefined
}

/** The ids that a request carries along. Linear in the length of what it sends. */
export function carriedIds({ url, body }: RecordedRequest, ids: Ids): CarriedId[] {
  const all = [...addressCarriers(url), ...(body === null ? [] : bodyCarriers(body))]
  return all.flatMap(carrier => {
    const id = idIn(carrier, ids)
    return id === undefined ? [] : [{ in: carrier.in, name: carrier.name, ...id }]
  })
}

/** The pieces of an address that are such ids, as they stand there. */
export const carriedInAddress = (url: string, ids: Ids): string[] =>
  addressCarriers(url).flatMap(carrier => (idIn(carrier, ids) === undefined ? [] : [carrier.raw]))
