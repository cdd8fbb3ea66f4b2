import { folderShape, isTelling, pageShape } from './page-shape.ts'

export interface FrontierLimits {
  /** Most pages. */
  readonly pages: number
  /** How many links away from the start. */
  readonly depth: number
  /** Whether an address belongs to what is looked at. */
  readonly belongs: (address: string) => boolean
}

interface Waiting {
  readonly address: string
  readonly depth: number
  readonly shape: string
  readonly folder: string
  readonly isTelling: boolean
}

/** Files that browsers download or show without a page. */
const NO_PAGE =
  /\.(?:pdf|zip|gz|tgz|rar|7z|exe|dmg|msi|apk|iso|docx?|xlsx?|pptx?|odt|ods|csv|md|xml|rss|atom|json|txt|png|jpe?g|gif|webp|avif|svg|ico|mp[34]|m4[av]|webm|ogg|wav|mov|avi|css|m?js|map|woff2?|ttf|eot|ics|epub)$/i

/** Pages that end the session or undo something: a crawl must not open them. */
const ENDS =
  /(?:^|[/_.=-])(?:log-?out|log-?off|sign-?out|abmelden|deconnexion|cerrar-?sesion|odjava|izhod|delete|remove|unsubscribe)(?:$|[/_.?=-])/i

/** More than this is kept waiting for no crawl. */
const MOST_WAITING = 20_000

/** An address as it is kept: without what stays in the browser. */
export function pageAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  return url.href.length > 2000 ? null : url.href
}

/**
 * Which page is next: one of a template seen least often so far, then one that promises to ask for something, then one of
 * a folder seen least often, then the one nearest to the start, then the one found first. The same finds in the same
 * order give the same pages.
 */
export class Frontier {
  readonly #limits: FrontierLimits
  readonly #known = new Set<string>()
  readonly #seen = new Map<string, number>()
  #waiting: Waiting[] = []
  #given = 0

  constructor(limits: FrontierLimits) {
    this.#limits = limits
  }

  add(addresses: readonly string[], depth: number): void {
    if (depth > this.#limits.depth) return
    for (const given of addresses) {
      const address = pageAddress(given)
      if (address === null || this.#known.has(address) || this.#known.size >= MOST_WAITING) continue
      this.#known.add(address)
      const { pathname, search } = new URL(address)
      if (NO_PAGE.test(pathname) || ENDS.test(pathname + search) || !this.#limits.belongs(address)) continue
      this.#waiting.push({
        address,
        depth,
        shape: pageShape(address),
        folder: folderShape(address),
        isTelling: isTelling(address),
      })
    }
  }

  /** A page that was reached by another address is not looked at again by its own. */
  reached(address: string): void {
    const known = pageAddress(address)
    if (known === null) return
    this.#known.add(known)
    this.#waiting = this.#waiting.filter(waiting => waiting.address !== known)
  }

  next(): { readonly address: string; readonly depth: number } | null {
    if (this.#given >= this.#limits.pages) return null
    const best = this.#waiting.reduce<Waiting | null>(
      (first, other) => (first === null || this.#comesBefore(other, first) ? other : first),
      null,
    )
    if (best === null) return null
    this.#given++
    this.#waiting = this.#waiting.filter(waiting => waiting !== best)
    for (const key of [best.shape, best.folder]) this.#seen.set(key, this.#count(key) + 1)
    return { address: best.address, depth: best.depth }
  }

  /** The page given last is not looked at: another may come in its place. */
  giveBack(): void {
    this.#given--
  }

  /** How many are still to come, at most as many as there may be. */
  get waiting(): number {
    return Math.min(this.#waiting.length, this.#limits.pages - this.#given)
  }

  #count(key: string): number {
    return this.#seen.get(key) ?? 0
  }

  #comesBefore(one: Waiting, other: Waiting): boolean {
    const differences = [
      this.#count(one.shape) - this.#count(other.shape),
      Number(other.isTelling) - Number(one.isTelling),
      this.#count(one.folder) - this.#count(other.folder),
      one.depth - other.depth,
    ]
    return (differences.find(difference => difference !== 0) ?? 0) < 0
  }
}
