import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** Something published under one path, ready to send: worked out once, when the policy is loaded. */
export interface Resource {
  readonly body: Uint8Array
  readonly zipped: Uint8Array | null
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

export interface ResourceOptions {
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Below this a gzip header costs more than it saves. */
const WORTH_ZIPPING = 1024

const encoder = new TextEncoder()

/** A resource whose entity tag is the hash of its bytes. */
export function createResource(content: string | Uint8Array, { type, headers = {} }: ResourceOptions): Resource {
  const body = typeof content === 'string' ? encoder.encode(content) : content
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const zipped = body.length < WORTH_ZIPPING ? null : gzipSync(body, { level: 9 })
  return { body, zipped, etag, headers: { 'Content-Type': type, ...headers } }
}

/** RFC 9110, 13.1.2: `If-None-Match` compares weakly; `*` matches whatever there is. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

/** RFC 9110, 12.5.3: gzip is taken when it is named, or anything is, with a weight above nothing. */
function takesGzip(acceptEncoding: string | null): boolean {
  const codings = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim().split(/\s*;\s*q=/))
  const weight = (name: string) => codings.find(([coding]) => coding === name)
  const [, q = '1'] = weight('gzip') ?? weight('*') ?? ['', '0']
  return Number(q) > 0
}

/** The answer to a GET or HEAD for the resource, with 304 where the asker has it already. */
export function sendResource(resource: Resource, request: Request): Response {
  const zipped = resource.zipped !== null && takesGzip(request.headers.get('Accept-Encoding')) ? resource.zipped : null
  const etag = zipped === null ? resource.etag : `${resource.etag.slice(0, -1)}-gzip"`
  const headers = new Headers({ ...resource.headers, ETag: etag })
  if (resource.zipped !== null) headers.append('Vary', 'Accept-Encoding')
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers })
  const body = zipped ?? resource.body
  if (zipped !== null) headers.set('Content-Encoding', 'gzip')
  headers.set('Content-Length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer>), { headers })
}
