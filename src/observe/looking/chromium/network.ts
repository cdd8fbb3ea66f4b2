import type { RecordedRequest } from '../../collect/page-record.ts'
import type { Frames } from '../frames.ts'
import { MOST_REQUESTS } from '../limits.ts'
import type { Initiator, RequestExtraInfo, RequestWillBeSent, ResponseExtraInfo, ResponseReceived } from './events.ts'
import { bodyOf, type Hop, recorded, sourceOf, TYPES } from './read-events.ts'

/** A request with the steps it was sent on. Raw headers come apart, in the order of the steps that have them. */
interface Chain {
  readonly hops: Hop[]
  readonly sent: RequestExtraInfo[]
  readonly received: ResponseExtraInfo[]
  open: boolean
}

/** Where a request stands: the tab it belongs to. */
export interface Tab {
  readonly session: string
  /** A tab of its own, or a worker. */
  readonly kind: 'page' | 'popup' | 'worker'
}

/** What was asked for and what came, of a page and all that belongs to it. */
export class Network {
  private readonly frames: Frames
  private chains = new Map<string, Chain>()
  private start: number | null = null
  private began = Date.now()
  private hops = 0
  last = 0
  open = 0
  /** Requests beyond those remembered. */
  more = 0

  constructor(frames: Frames) {
    this.frames = frames
  }

  /** All was told; what is still on its way will be told with what comes. */
  told(): void {
    this.chains = new Map([...this.chains].filter(([, { open }]) => open))
    this.hops = this.chains.size
    this.more = 0
    this.last = Date.now()
  }

  /** A new page: times count from its first request. */
  restart(): void {
    this.chains = new Map()
    this.hops = 0
    this.more = 0
    this.open = 0
    this.start = null
    this.began = Date.now()
    this.last = this.began
  }

  /** Milliseconds since the page began, for what comes without a time of its own. */
  now(): number {
    return Date.now() - this.began
  }

  private since(timestamp: number): number {
    this.start ??= timestamp
    return Math.max(0, Math.round((timestamp - this.start) * 1000))
  }

  asked(event: RequestWillBeSent, tab: Tab): void {
    this.last = Date.now()
    const chain = this.chainOf(event.requestId)
    const before = chain.hops.at(-1)
    if (before !== undefined && event.redirectResponse !== undefined) {
      before.answer = event.redirectResponse
      before.extra = event.redirectHasExtraInfo ?? true
    }
    if (!chain.open && event.type !== 'EventSource') {
      chain.open = true
      this.open++
    }
    if (this.hops++ >= MOST_REQUESTS) return void this.more++
    chain.hops.push({ asked: this.step(event, tab, before), answer: null, extra: true, length: null })
  }

  private step(event: RequestWillBeSent, tab: Tab, before: Hop | undefined): Hop['asked'] {
    const { frameId = '', request } = event
    const document = event.type === 'Document'
    const embedded = document && this.frames.parent(frameId) !== null
    return {
      url: request.url,
      method: request.method,
      type: embedded ? 'frame' : tab.kind === 'worker' && !document ? 'worker' : (TYPES[event.type ?? ''] ?? 'other'),
      frame: this.frames.frame(frameId, document ? request.url : undefined),
      navigation: document && !embedded && tab.kind === 'page',
      at: this.since(event.timestamp),
      body: bodyOf(request),
      source: sourceOf(event.initiator),
      redirectedFrom: event.redirectResponse === undefined ? null : (before?.asked.url ?? null),
    }
  }

  /** A connection that stays open is no request that something is waited for. */
  socket(requestId: string, url: string, initiator: Initiator | undefined, frame: string): void {
    if (this.hops++ >= MOST_REQUESTS) return void this.more++
    const asked = {
      url,
      method: 'GET',
      type: 'websocket',
      frame: this.frames.frame(frame),
      navigation: false,
      at: null,
      body: null,
      source: initiator === undefined ? null : sourceOf(initiator),
      redirectedFrom: null,
    } as const
    this.chainOf(requestId).hops.push({ asked, answer: null, extra: true, length: null })
  }

  sent(event: RequestExtraInfo): void {
    this.chainOf(event.requestId).sent.push(event)
  }

  received(event: ResponseExtraInfo): void {
    this.last = Date.now()
    this.chainOf(event.requestId).received.push(event)
  }

  answered({ requestId, response, hasExtraInfo }: ResponseReceived): void {
    this.last = Date.now()
    const hop = this.chainOf(requestId).hops.at(-1)
    if (hop === undefined) return
    hop.answer = response
    hop.extra = hasExtraInfo ?? true
    hop.length = 0
  }

  data(requestId: string, length: number): void {
    this.last = Date.now()
    const hop = this.chains.get(requestId)?.hops.at(-1)
    if (hop !== undefined) hop.length = (hop.length ?? 0) + length
  }

  done(requestId: string): void {
    this.last = Date.now()
    const chain = this.chains.get(requestId)
    if (chain?.open !== true) return
    chain.open = false
    this.open--
  }

  private chainOf(requestId: string): Chain {
    const known = this.chains.get(requestId)
    if (known !== undefined) return known
    const chain: Chain = { hops: [], sent: [], received: [], open: false }
    // Past the limit a chain lives only as long as its event.
    if (this.hops <= MOST_REQUESTS) this.chains.set(requestId, chain)
    return chain
  }

  requests(): RecordedRequest[] {
    const all = [...this.chains.values()].flatMap(({ hops, sent, received }) => {
      const raw = hops.filter(hop => hop.extra)
      return hops.map(hop => {
        const at = hop.extra ? raw.indexOf(hop) : -1
        return recorded(hop, sent[at], received[at])
      })
    })
    return all.sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
  }
}
