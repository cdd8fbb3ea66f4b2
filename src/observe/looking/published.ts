import { createHash } from 'node:crypto'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { connect as connectTls } from 'node:tls'
import { PUBLISHED_PATHS, type PublishedFileObservation, type PublishedPath } from '../../model/index.ts'
import type { RecordedGap } from '../collect/page-record.ts'
import type { Guard } from '../guard/guard.ts'
import { portOf } from '../guard/host-port.ts'
import { inTime } from './in-time.ts'

export interface AskOptions {
  readonly guard: Guard
  readonly insecure: boolean
  readonly userAgent: string
}

const LIMIT = 10_000
const MOST_REDIRECTS = 3
const MOST_BYTES = 1_048_576
const MOST_KEPT = 262_144

interface Answer {
  readonly url: string
  readonly message: IncomingMessage
}

async function ask(url: URL, { guard, insecure, userAgent }: AskOptions): Promise<IncomingMessage> {
  const headers = { 'User-Agent': userAgent, Accept: '*/*', Host: url.host }
  const wait = (sent: ReturnType<typeof requestHttp>) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      sent.setTimeout(LIMIT, () => sent.destroy(new Error('no answer in time')))
      sent.on('response', resolve).on('error', reject).end()
    })
  // Plain http through our own guard, as a browser does.
  if (url.protocol === 'http:')
    return wait(requestHttp({ ...portOf(guard.proxy, 80), path: url.href, headers, agent: false }))
  const socket = await guard.dial(url.hostname, Number(url.port || 443))
  const secure = connectTls({ socket, servername: url.hostname, rejectUnauthorized: !insecure })
  return wait(requestHttp({ path: url.pathname + url.search, headers, createConnection: () => secure }))
}

async function follow(start: URL, options: AskOptions): Promise<Answer | null> {
  let url = start
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const message = await ask(url, options)
    const { location } = message.headers
    const moved = (message.statusCode ?? 0) >= 300 && (message.statusCode ?? 0) < 400 && location !== undefined
    if (!moved || !URL.canParse(location, url)) return { url: url.href, message }
    message.destroy()
    url = new URL(location, url)
    if (!/^https?:$/.test(url.protocol)) return null
  }
  return null
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of message as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length > MOST_BYTES) throw new RangeError('too large')
  }
  return Buffer.concat(pieces)
}

export type PublishedFile = Omit<PublishedFileObservation, 'state' | 'engine' | 'page'>

async function publishedFile(
  path: PublishedPath,
  origin: string,
  options: AskOptions,
): Promise<PublishedFile | RecordedGap> {
  const url = new URL(path, origin)
  const gap = (why: RecordedGap['why'], error: string) =>
    ({ what: 'published-file', why, detail: `${url.href}: ${error.slice(0, 200)}`, more: null }) as const
  try {
    const answer = await inTime(follow(url, options), LIMIT, url.href)
    if (answer === null) return gap('too-many-redirects', 'redirected')
    const body = await inTime(bodyOf(answer.message), LIMIT, url.href).finally(() => answer.message.destroy())
    return {
      kind: 'published-file',
      path,
      url: answer.url,
      status: answer.message.statusCode ?? 0,
      contentType: answer.message.headers['content-type'] ?? null,
      sha256: createHash('sha256').update(body).digest('hex'),
      text: body.length <= MOST_KEPT ? body.toString('utf8') : null,
    }
  } catch (error) {
    return gap(error instanceof RangeError ? 'too-large' : 'network', String(error))
  }
}

const MOST_ORIGINS = 100

/** Asks what a site publishes of its policy, without cookies and apart from the browser; each site once. */
export function createPublished(options: AskOptions) {
  const asked = new Set<string>()
  return async (page: string): Promise<readonly (PublishedFile | RecordedGap)[]> => {
    const { origin } = new URL(page)
    if (asked.has(origin) || asked.size >= MOST_ORIGINS) return []
    asked.add(origin)
    return Promise.all(PUBLISHED_PATHS.map(path => publishedFile(path, origin, options)))
  }
}
