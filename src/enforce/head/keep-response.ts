import type { HeadKeeper } from './head-keeper.ts'

/** What answers requests as `app.fetch` of Hono and the handlers of edge runtimes do. */
export type Fetch<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>

/** Changes the headers of a response that is its owner's to change. */
export type HeaderWriter = Pick<Headers, 'append' | 'delete' | 'set'>

/** Brings a response's head in order, by `dress`; nothing is touched where nothing is to be changed. */
export function keepHead(
  request: Request,
  response: Response,
  { keep, secure, ownsPolicyHeader, dress }: HeadKeeper & { readonly dress: () => HeaderWriter },
): void {
  // A switch to another protocol has no head of its own to change.
  if (response.status < 200) return
  const { host, pathname } = new URL(request.url)
  const setCookies = response.headers.getSetCookie()
  const change = keep({
    host,
    path: pathname,
    https: secure,
    setCookies,
    cookieHeader: request.headers.get('Cookie'),
    secGpc: request.headers.get('Sec-GPC'),
    cacheControl: response.headers.get('Cache-Control'),
  })
  const says = ownsPolicyHeader && response.headers.has('P3P')
  if (change.setCookies === setCookies && change.headers.length === 0 && !says) return
  const headers = dress()
  if (says) headers.delete('P3P')
  if (change.setCookies !== setCookies) {
    headers.delete('Set-Cookie')
    for (const line of change.setCookies) headers.append('Set-Cookie', line)
  }
  for (const [name, value] of change.headers) headers.set(name, value)
}

/** The response, or another in its place whose head is in order; the body streams through. */
export function keptResponse(request: Request, response: Response, keeper: HeadKeeper): Response {
  let kept = response
  const dress = (): Headers => {
    kept = new Response(response.body, response)
    return kept.headers
  }
  keepHead(request, response, { ...keeper, dress })
  return kept
}
