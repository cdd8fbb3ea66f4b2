import type { RequestType, ScriptPlace } from '../../../model/index.ts'
import type { RecordedRequest } from '../../collect/page-record.ts'
import type { Frames } from '../frames.ts'
import { MOST_REQUESTS } from '../limits.ts'

interface Header {
  readonly name: string
  readonly value: { readonly type: string; readonly value: string }
}

/** The part of WebDriver BiDi's network events that is read here. */
export interface NetworkEvent {
  readonly context: string | null
  readonly navigation: string | null
  readonly redirectCount: number
  readonly timestamp: number
  readonly request: {
    readonly request: string
    readonly url: string
    readonly method: string
    readonly cookies: readonly { readonly name: string }[]
    readonly destination?: string
    readonly initiatorType?: string | null
    readonly headers: readonly Header[]
  }
  readonly initiator?: {
    readonly stackTrace?: {
      readonly callFrames: readonly {
        readonly url: string
        readonly lineNumber: number
        readonly columnNumber: number
      }[]
    }
  }
  readonly response?: {
    readonly status: number
    readonly headers: readonly Header[]
    readonly content?: { readonly size: number }
  }
}

/** By the kind of thing the answer is for (Fetch Standard, 2.2.5). */
const DESTINATIONS: Readonly<Record<string, RequestType>> = {
  document: 'document',
  iframe: 'frame',
  frame: 'frame',
  script: 'script',
  style: 'style',
  image: 'image',
  font: 'font',
  audio: 'media',
  video: 'media',
  track: 'media',
  worker: 'worker',
  sharedworker: 'worker',
  serviceworker: 'worker',
  report: 'report',
}

const INITIATORS: Readonly<Record<string, RequestType>> = {
  beacon: 'beacon',
  ping: 'beacon',
  fetch: 'fetch',
  xmlhttprequest: 'fetch',
}

/** What is sent for no answer to be read: no other mark tells a beacon. */
const isBeacon = ({ method, headers }: NetworkEvent['request']): boolean =>
  method === 'POST' &&
  headers.some(({ name, value }) => name.toLowerCase() === 'sec-fetch-mode' && value.value === 'no-cors')

function typeOf(request: NetworkEvent['request']): RequestType {
  const type = INITIATORS[request.initiatorType ?? ''] ?? DESTINATIONS[request.destination ?? '']
  return type ?? (isBeacon(request) ? 'beacon' : 'other')
}

function sourceOf({ initiator }: NetworkEvent): ScriptPlace | null {
  const call = initiator?.stackTrace?.callFrames.find(({ url }) => /^(?:https?|blob):/.test(url))
  return call === undefined ? null : { url: call.url, line: call.lineNumber + 1, column: call.columnNumber + 1 }
}

/** A header that came several times is told as one, line by line. */
const lines = (headers: readonly Header[]) =>
  headers.flatMap(({ name, value }) => value.value.split('\n').map(line => [name, line] as const))

interface Step {
  readonly asked: Omit<RecordedRequest, 'answer' | 'setCookies' | 'length'>
  answer: NetworkEvent['response'] | null
}

/** What was asked for and what came. */
export class Network {
  private readonly frames: Frames
  private readonly top: () => string
  private steps = new Map<string, Step>()
  private unanswered = new Set<string>()
  private start: number | null = null
  private began = Date.now()
  last = 0
  more = 0

  constructor(frames: Frames, top: () => string) {
    this.frames = frames
    this.top = top
  }

  get open(): number {
    return this.unanswered.size
  }

  restart(): void {
    this.steps = new Map()
    this.unanswered = new Set()
    this.start = null
    this.more = 0
    this.began = Date.now()
    this.last = this.began
  }

  told(): void {
    this.steps = new Map([...this.steps].filter(([, { answer }]) => answer === null))
    this.more = 0
    this.last = Date.now()
  }

  now(): number {
    return Date.now() - this.began
  }

  asked(event: NetworkEvent): void {
    this.last = Date.now()
    const { request, redirectCount, context } = event
    this.unanswered.add(request.request)
    if (this.steps.size >= MOST_REQUESTS) return void this.more++
    this.start ??= event.timestamp
    const type = typeOf(request)
    const document = event.navigation !== null && (type === 'document' || type === 'frame')
    const before = this.steps.get(`${request.request} ${redirectCount - 1}`)
    this.steps.set(`${request.request} ${redirectCount}`, {
      asked: {
        url: request.url,
        method: request.method,
        type,
        frame: this.frames.frame(context ?? '', document ? request.url : undefined),
        navigation: document && context === this.top(),
        at: Math.max(0, event.timestamp - this.start),
        body: null,
        source: sourceOf(event),
        redirectedFrom: redirectCount > 0 ? (before?.asked.url ?? null) : null,
        cookies: request.cookies.map(({ name }) => name),
      },
      answer: null,
    })
  }

  answered(event: NetworkEvent): void {
    this.last = Date.now()
    this.unanswered.delete(event.request.request)
    const step = this.steps.get(`${event.request.request} ${event.redirectCount}`)
    if (step !== undefined) step.answer = event.response ?? null
  }

  failed({ request }: NetworkEvent): void {
    this.last = Date.now()
    this.unanswered.delete(request.request)
  }

  requests(): RecordedRequest[] {
    return [...this.steps.values()].map(({ asked, answer }) => {
      const headers = lines(answer?.headers ?? [])
      return {
        ...asked,
        answer: answer == null ? null : { status: answer.status, headers, certificate: null },
        setCookies: headers
          .filter(([name]) => name.toLowerCase() === 'set-cookie')
          .map(([, line]) => ({ line, refused: [] })),
        length: answer?.content?.size ?? null,
      }
    })
  }
}
