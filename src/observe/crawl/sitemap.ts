/** A list of a site's pages, or of further such lists: sitemaps.org. */
export interface Sitemap {
  readonly kind: 'pages' | 'index'
  readonly addresses: readonly string[]
}

/** sitemaps.org: at most 50 000 addresses a file, each of fewer than 2048 letters. */
const MOST = 50_000
const LOCATION = /<(?:[\w-]{1,20}:)?loc\b[^<>]{0,200}>([^<]{1,4096}|\s{0,20}<!\[CDATA\[[^\]]{1,4096}\]\]>\s{0,20})<\//gi

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const readText = (text: string): string =>
  text
    .replace(/^\s*<!\[CDATA\[(.*?)\]\]>\s*$/s, '$1')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim()

/** Reads what is there to be read: half a sitemap has half its pages. A plain text is a list, an address a line. */
export function readSitemap(text: string): Sitemap {
  const found = text.includes('<') ? [...firstMatches(text)] : text.split(/\s+/).slice(0, MOST)
  const addresses = found.filter(address => URL.canParse(address) && /^https?:/i.test(address))
  return { kind: /<(?:[\w-]{1,20}:)?sitemapindex\b/i.test(text) ? 'index' : 'pages', addresses }
}

function* firstMatches(text: string): Generator<string> {
  let count = 0
  for (const [, location = ''] of text.matchAll(LOCATION)) {
    if (count++ >= MOST) return
    yield readText(location)
  }
}
