import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { BrowserFault } from '../drivers/driver.ts'
import type { Looking } from '../looking/looking.ts'
import { FREE, type Robots, readRobots } from './robots.ts'
import { readSitemap } from './sitemap.ts'
import { type Patience, visitPatiently } from './visit-patiently.ts'

/** The name by which robots.txt may speak to us. */
const AGENT = 'candor'

/** sitemaps.org: a file may have 50 MB when unpacked. */
const MOST_BYTES = 52_428_800
const MOST_SENT = 10_485_760
const MOST_SITEMAPS = 20
const MOST_ADDRESSES = 2000

/** A file's bytes in base64, read as far as the limit; null unless it is there. In the page, so that it goes the way pages go. */
const fetching = (url: string): string => `(async () => {
  const response = await fetch(${JSON.stringify(url)}, { credentials: 'omit', signal: AbortSignal.timeout(4500) })
  if (!response.ok || response.body === null) return null
  let text = ''
  for (const reader = response.body.getReader(); text.length < ${MOST_SENT};) {
    const { done, value } = await reader.read()
    if (done) break
    for (let at = 0; at < value.length; at += 8192) text += String.fromCharCode(...value.subarray(at, at + 8192))
  }
  return btoa(text)
})()`

/** A text asks for nothing more and is at rest when it is there. */
const BRIEFLY = { seconds: 10, quiet: 50 } as const

const unzip = promisify(gunzip)

async function textOf(bytes: Buffer): Promise<string | null> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8')
  try {
    return (await unzip(bytes, { maxOutputLength: MOST_BYTES })).toString('utf8')
  } catch {
    return null
  }
}

/** Reads what a site tells machines, with a browser of its own so that no other profile has been there. */
export class Scout {
  readonly #looking: Looking
  readonly #patience: Patience
  readonly #robots = new Map<string, Robots>()

  constructor(looking: Looking, patience: Patience) {
    this.#looking = looking
    this.#patience = { ...patience, limits: { ...patience.limits, ...BRIEFLY } }
  }

  async #read(url: string): Promise<string | null> {
    try {
      const bytes = await this.#looking.evaluate<string | null>(fetching(url))
      return bytes === null ? null : await textOf(Buffer.from(bytes, 'base64'))
    } catch (error) {
      if (error instanceof BrowserFault) return null
      throw error
    }
  }

  /** RFC 9309, 2.3.1.3: where there is none, everything may be visited. */
  async robotsOf(origin: string): Promise<Robots> {
    const known = this.#robots.get(origin)
    if (known !== undefined) return known
    const url = new URL('/robots.txt', origin).href
    // The first is the start page's own host: one that is just being started may still ask for something.
    if (this.#robots.size === 0) await visitPatiently(this.#looking, url, this.#patience)
    else await this.#looking.visit(url, this.#patience.limits)
    const text = await this.#read(url)
    // A page that says that there is no such page is no such file.
    const robots = text === null || /^\s*</.test(text) ? FREE : readRobots(text, AGENT)
    this.#robots.set(origin, robots)
    return robots
  }

  /** The pages of the site's own sitemaps; null if none could be read. */
  async pagesOf(origin: string): Promise<readonly string[] | null> {
    const { sitemaps } = await this.robotsOf(origin)
    const own = sitemaps.filter(address => URL.canParse(address) && new URL(address).origin === origin)
    const waiting = own.length > 0 ? own : [new URL('/sitemap.xml', origin).href]
    const pages: string[] = []
    let read = 0
    for (let count = 0; waiting.length > 0 && count < MOST_SITEMAPS && pages.length < MOST_ADDRESSES; count++) {
      const text = await this.#read(waiting.shift() ?? '')
      if (text === null) continue
      read++
      const { kind, addresses } = readSitemap(text)
      if (kind === 'index') waiting.push(...addresses.slice(0, MOST_SITEMAPS))
      else pages.push(...addresses)
    }
    return read === 0 ? null : pages.slice(0, MOST_ADDRESSES)
  }

  close(): Promise<void> {
    return this.#looking.close()
  }
}
