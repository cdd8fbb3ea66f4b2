/**
 * Whether a form comes from a page of this very site. Browsers say so in what no page can alter (Fetch Metadata; RFC 6454); who
 * sends neither is no browser, and has no visitor's cookies to abuse.
 */
export function isSameOrigin({ url, headers }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('Origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host
}
