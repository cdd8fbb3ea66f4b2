import { parse } from 'tldts'
import { isLoopback } from '../../model/index.ts'

/** A URL as cookies see it. */
export interface Address {
  readonly scheme: string
  readonly host: string
  readonly path: string
  /** `https` and `wss`. */
  readonly encrypted: boolean
  /** Browsers may trust it without encryption: `localhost`, `*.localhost`, `127.*`, `[::1]`. */
  readonly loopback: boolean
  /** The registrable domain; the host itself where there is none (an IP address, a public suffix, a bare word). */
  readonly domain: string
  /** Whether `domain` is a registrable domain. */
  readonly registrable: boolean
  /** Whether the host is a public suffix that stands in the list. */
  readonly suffix: boolean
  /** As `domain`, but the host itself also where the public suffix list does not know the top-level domain. */
  readonly listedDomain: string
  /** Scheme and `domain`: what keys a partition. */
  readonly site: string
}

const LIST = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false } as const

/** URL hosts that end in a number are IPv4 addresses, those in brackets IPv6 (URL Standard, host parser). */
const isIp = (host: string): boolean => {
  const last = host.charCodeAt(host.length - 1)
  return host.charCodeAt(0) === 0x5b || (last >= 0x30 && last <= 0x39 && /^\d+\.\d+\.\d+\.\d+$/.test(host))
}

function read(text: string): Address | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const scheme = url.protocol.slice(0, -1)
  const host = url.hostname
  if (host === '') return null
  const listed = isIp(host) ? null : parse(host, LIST)
  const registrable = listed?.domain ?? null
  const known = listed?.isIcann === true || listed?.isPrivate === true
  const domain = registrable ?? host
  return {
    scheme,
    host,
    path: url.pathname,
    encrypted: scheme === 'https' || scheme === 'wss',
    loopback: isLoopback(host),
    domain,
    registrable: registrable !== null,
    suffix: known && registrable === null,
    listedDomain: known ? domain : host,
    site: `${scheme}://${domain}`,
  }
}

/** Cases ask for the same few URLs again and again; what is kept is bounded. */
const MOST_KEPT = 4096
const kept = new Map<string, Address | null>()

/** The URL's address; null where it is none that could have cookies. */
export function addressOf(text: string): Address | null {
  const known = kept.get(text)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const address = text.length > 65_536 ? null : read(text)
  kept.set(text, address)
  return address
}
