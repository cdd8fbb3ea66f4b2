const hostOf = (address: string | null): string | null => {
  try {
    return address === null ? null : new URL(address).host
  } catch {
    return null
  }
}

/**
 * Whether a choice may come from a page of another site, which could forge it. Browsers say where a request comes from
 * (Fetch Metadata, `Sec-Fetch-Site`; RFC 6454, `Origin`), which no page can alter; a sister site counts as another. The
 * scheme is not compared: whoever stands before this server may have taken the encryption off.
 */
export function isForged({ url, headers }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null) return site !== 'same-origin'
  const from = headers.get('Origin') ?? headers.get('Referer')
  return hostOf(from) !== new URL(url).host
}
