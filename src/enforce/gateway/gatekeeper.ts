import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Visitor } from '../door/index.ts'
import { createAsciiBytes } from './html/ascii-bytes.ts'
import type { RawHeaders } from './http/raw-headers.ts'
import { type Origin, requestHead } from './http/request-head.ts'
import { createUpstream, type Upstream, type UpstreamFault } from './http/upstream.ts'
import { GatewayMetrics } from './metrics.ts'
import { DEFAULT_LIMITS, type Enforcement, type GatewayLimits, type GatewayOptions } from './options.ts'
import { originOf } from './origin.ts'
import type { OwnAnswer } from './own-page.ts'
import {
  type AnswerPlan,
  doorChanges,
  type Inserted,
  insertedFor,
  joinChanges,
  kindOf,
  NO_COOKIES,
  NOTHING,
  planKept,
  planPage,
  type Unlooked,
} from './plan-answer.ts'
import { createVisits, replacedFor, type Visit } from './visit.ts'

export type Planned = AnswerPlan | OwnAnswer

/** What all parts of a gateway share. */
export interface Gatekeeper {
  readonly options: GatewayOptions
  readonly limits: GatewayLimits
  readonly upstream: Upstream
  readonly metrics: GatewayMetrics
  /** How it calls itself in `Via`: with something of its own, so that it knows what has been here before. */
  readonly name: string
  readonly originOf: (request: IncomingMessage) => Origin
  /** Null: nothing is held to anything. */
  readonly visit: (request: IncomingMessage, origin: Origin, path: string) => Visit | null
  readonly requestHead: (request: IncomingMessage, origin: Origin, visit: Visit | null) => RawHeaders
  /** What becomes of an answer. */
  readonly plan: (visit: Visit, answer: IncomingMessage) => Planned | Promise<Planned>
  readonly tellFault: (fault: UpstreamFault, error: unknown) => void
  readonly tellBack: () => void
  /** Something failed where nothing should. */
  readonly tellFailure: (error: unknown) => void
  /** Whether the site behind answered when it was last asked. */
  readonly isAway: () => boolean
}

const reasonOf = (error: unknown, otherwise: string): string =>
  error instanceof Error && error.message !== '' ? error.message : otherwise

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null

/** Only these leave anything to record: a signal, and a choice that says of itself that it is not recorded. */
const mayBeUnsettled = ({ signal, choice }: Visitor): boolean => signal || choice?.recorded === false

/** What is still to be recorded of a visitor is tried once more with each page. */
async function withSettled(visit: Visit, plan: AnswerPlan): Promise<AnswerPlan> {
  const { enforcement, visitor, url, cookie, acceptLanguage } = visit
  const headers = { ...(cookie === undefined ? {} : { Cookie: cookie }), 'Accept-Language': acceptLanguage ?? '' }
  const lines = (await enforcement.consent?.settle(visitor, new Request(url, { headers }))) ?? []
  if (lines.length === 0) return plan
  const added = lines.map((line): [string, string] => ['Set-Cookie', line])
  return { ...plan, changes: joinChanges(plan.changes, { dropped: new Set(), added }) }
}

export function createGatekeeper(options: GatewayOptions): Gatekeeper {
  const { to, fail = 'open', trustProxy = false, keepHost, current, tell } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const upstream = createUpstream(to, { connect: limits.connectTime, quiet: limits.quietTime })
  const metrics = new GatewayMetrics()
  const name = `candor-${randomBytes(4).toString('hex')}`
  const visits = new WeakMap<Enforcement, ReturnType<typeof createVisits>>()
  const bytesOf = createAsciiBytes()
  let away = false
  let lastFailure = ''

  /** Once, however many pages it happens to. */
  function tellFailure(error: unknown): void {
    const failed = reasonOf(error, 'unknown')
    if (failed !== lastFailure) tell?.({ failed })
    lastFailure = failed
  }

  /** A failure to record is no reason to hold a page to less. */
  const settled = (visit: Visit, plan: AnswerPlan): Promise<Planned> =>
    withSettled(visit, plan).catch(error => {
      tellFailure(error)
      return plan
    })

  function visitsOf(enforcement: Enforcement) {
    const known = visits.get(enforcement) ?? createVisits(enforcement)
    visits.set(enforcement, known)
    return known
  }

  /** What cannot be looked into passes, if so configured, without its cookies where even those could not be judged. */
  function unchecked(changes: AnswerPlan['changes'], why: Unlooked | 'failed'): Planned {
    metrics.pages.add(`${fail === 'open' ? 'unchecked' : 'refused'}-${why}`)
    return fail === 'open' ? { changes, page: null } : { status: 502, reason: 'unchecked' }
  }

  /** Without a notice nobody can say yes; what needs one is held all the same. */
  function inserted(visit: Visit, answer: IncomingMessage): Inserted {
    try {
      return insertedFor(answer, visit, bytesOf)
    } catch (error) {
      if (fail === 'closed') throw error
      tellFailure(error)
      return NOTHING
    }
  }

  function planFor(visit: Visit, answer: IncomingMessage): Planned | Promise<Planned> {
    const door = doorChanges(answer, visit)
    const { page } = visit
    const kind = page === null ? 'other' : kindOf(answer, page)
    if (page === null || kind === 'other') return { changes: door, page: null }
    if (kind === 'xhtml' || kind === 'coded') return unchecked(door, kind)
    const plan =
      kind === 'page' ? planPage(answer, { ...visit, page }, inserted(visit, answer)) : planKept(answer, page)
    if (kind === 'page') metrics.pages.add('checked')
    const whole = { ...plan, changes: joinChanges(door, plan.changes) }
    return page.isDocument && mayBeUnsettled(visit.visitor) ? settled(visit, whole) : whole
  }

  return {
    options,
    limits,
    upstream,
    metrics,
    name,
    originOf: request => originOf(request, current()?.policy ?? null, trustProxy),
    visit(request, origin, path) {
      const enforcement = current()
      return enforcement === null ? null : visitsOf(enforcement)(request, origin, path)
    },
    requestHead: (request, origin, visit) =>
      requestHead(request, {
        origin,
        host: keepHost ? origin.host : upstream.host,
        name,
        trustProxy,
        replaced: visit === null ? {} : replacedFor(visit),
      }),
    plan(visit, answer) {
      try {
        return planFor(visit, answer)
      } catch (error) {
        tellFailure(error)
        return unchecked(NO_COOKIES, 'failed')
      }
    },
    tellFault(fault, error) {
      if (!away) tell?.({ away: codeOf(error) ?? fault, detail: reasonOf(error, fault) })
      away = true
    },
    tellBack() {
      if (away) tell?.('back')
      away = false
    },
    tellFailure,
    isAway: () => away,
  }
}
