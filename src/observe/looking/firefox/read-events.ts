import type { RequestType, ScriptPlace } from '../../../model/index.ts'
import type { RecordedRequest } from '../../collect/page-record.ts'

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

export function typeOf(request: NetworkEvent['request']): RequestType {
  const type = INITIATORS[request.initiatorType ?? ''] ?? DESTINATIONS[request.destination ?? '']
  return type ?? (isBeacon(request) ? 'beacon' : 'other')
}

export function sourceOf({ initiator }: NetworkEvent): ScriptPlace | null {
  const call = initiator?.stackTrace?.callFrames.find(({ url }) => /^(?:https?|blob):/.test(url))
  return call === undefined ? null : { url: call.url, line: call.lineNumber + 1, column: call.columnNumber + 1 }
}

/** A header that came several times is told as one, line by line. */
const lines = (headers: readonly Header[]) =>
  headers.flatMap(({ name, value }) => value.value.split('\n').map(line => [name, line] as const))

/** One step of a request that may be sent on. */
export interface Step {
  readonly asked: Omit<RecordedRequest, 'answer' | 'setCookies' | 'length'>
  answer: NetworkEvent['response'] | null
}

/** With what came of it. */
export function recorded({ asked, answer }: Step): RecordedRequest {
  const headers = lines(answer?.headers ?? [])
  return {
    ...asked,
    answer: answer == null ? null : { status: answer.status, headers, certificate: null },
    setCookies: headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, line]) => ({ line, refused: [] })),
    length: answer?.content?.size ?? null,
  }
}
