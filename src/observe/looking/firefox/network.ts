import type { RecordedRequest } from '../../collect/page-record.ts'
import type { Frames } from '../frames.ts'
import { MOST_REQUESTS } from '../limits.ts'
import { type NetworkEvent, recorded, type Step, sourceOf, typeOf } from './read-events.ts'

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
    return [...this.steps.values()].map(recorded)
  }
}
