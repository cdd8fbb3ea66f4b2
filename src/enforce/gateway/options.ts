import type { Policy } from '../../model/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Door } from '../door/index.ts'

/** What a policy publishes at fixed paths, for machines and for people. */
export interface Publication {
  has(path: string): boolean
  /** For GET and HEAD of such a path. */
  answer(request: Request): Response | Promise<Response>
}

/** A policy, and what holds a site to it. */
export interface Enforcement {
  readonly policy: Policy
  /** Answered here, whatever the site behind has there. Without it those requests reach the site as all others do. */
  readonly publication?: Publication
  readonly door: Door
  /** Null: nobody is asked and pages pass as they are; only what the door says of cookies counts. */
  readonly consent: Consent | null
}

export interface GatewayLimits {
  /** Bytes of a request's head. */
  readonly head: number
  /** Bytes of a request's body; 0: no bound. */
  readonly body: number
  /** For a visitor to send a head (milliseconds). */
  readonly headTime: number
  /** For a visitor to send a whole request. */
  readonly requestTime: number
  /** A visitor who takes nothing of what is there for so long is let go. */
  readonly stuckTime: number
  /** A connection without a request stays open so long. */
  readonly keptTime: number
  /** To reach the site behind. */
  readonly connectTime: number
  /** The site behind may be silent so long. */
  readonly quietTime: number
  /** What is still under way so long after the drain began is cut. */
  readonly drainTime: number
}

export const DEFAULT_LIMITS: GatewayLimits = {
  head: 16_384,
  body: 1024 ** 3,
  headTime: 15_000,
  requestTime: 300_000,
  stuckTime: 60_000,
  keptTime: 65_000,
  connectTime: 10_000,
  quietTime: 120_000,
  drainTime: 10_000,
}

/** What happens with a page that cannot be looked into, or when looking fails: it passes as it is, or it does not. */
export const FAIL_MODES = ['open', 'closed'] as const
export type FailMode = (typeof FAIL_MODES)[number]

export interface GatewayOptions {
  /** The origin of the site behind. */
  readonly to: URL
  /** What holds now; null: nothing does, everything passes. */
  readonly current: () => Enforcement | null
  /** Which hosts this gateway answers for. */
  readonly knowsHost: (host: string) => boolean
  /** Whether the site behind hears the host that was asked for, or its own. */
  readonly keepHost: boolean
  /** `open`, if not said. Cookies that cannot be judged never pass. */
  readonly fail?: FailMode
  /** Whether `X-Forwarded-…` are believed: only with a proxy in front that sets them. */
  readonly trustProxy?: boolean
  /** Who has it may read the metrics from anywhere; without it, only who asks on this machine itself. */
  readonly metricsToken?: string
  readonly limits?: Partial<GatewayLimits>
  readonly tell?: (event: GatewayEvent) => void
}

/**
 * The site behind goes away, or is back; something here failed where nothing should. `away` is the system's code, or
 * `timeout` or `broken`; `detail` says it in the system's words.
 */
export type GatewayEvent = 'back' | { readonly away: string; readonly detail: string } | { readonly failed: string }
