import { PrivateAddress } from '../../fetch/index.ts'
import type { GapReason } from '../../model/index.ts'
import { type DialOptions, NotAsked } from './dial.ts'

const MOST = 100

/** Why no answer came from a host, and which. */
export interface Unreached {
  readonly why: GapReason
  readonly detail: string
}

const REASONS: Readonly<Record<string, GapReason>> = {
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'name-unknown',
  ECONNREFUSED: 'nobody-answers',
  ECONNRESET: 'cut-off',
  EPIPE: 'cut-off',
  ETIMEDOUT: 'too-long',
}

/** `upstream`: another proxy goes to the host, so what failed may have been the way to that one. */
function whyUnreached(error: unknown, host: string, upstream: string | undefined): Unreached {
  if (error instanceof PrivateAddress) return { why: 'private-address', detail: host }
  if (error instanceof NotAsked) return { why: 'no-such-host', detail: host }
  const { code, message } = error as NodeJS.ErrnoException
  if (upstream !== undefined) return { why: 'network', detail: message }
  const why = REASONS[code ?? '']
  return why === undefined ? { why: 'network', detail: `${host} (${code ?? message})` } : { why, detail: host }
}

/** What is asked of the guard for an address: a tunnel to its host, or the address itself. */
export function wayTo(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.protocol === 'https:') return `${url.hostname}:${url.port || 443}`
  url.hash = ''
  return url.href
}

/** Whom nothing came from, and who was refused. */
export function createFailures({ upstream }: DialOptions) {
  const refused = new Map<string, string>()
  const unreached = new Map<string, Unreached>()
  return {
    refused,
    unreached,
    reached: (way: string) => unreached.delete(way),
    failed: (way: string, host: string, error: unknown) => {
      if (error instanceof PrivateAddress && refused.size < MOST) refused.set(error.host, error.address)
      if (unreached.size < MOST) unreached.set(way, whyUnreached(error, host, upstream))
    },
    clear: () => {
      refused.clear()
      unreached.clear()
    },
  }
}
