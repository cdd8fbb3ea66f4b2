import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { negotiateLanguage } from '../messages/index.ts'
import type { Published } from './published.ts'
import { type Resource, sendResource } from './resource.ts'
import { workbench } from './workbench/index.ts'

/** The policy as it now stands; a reload puts another in its place. */
export interface Current {
  published: Published
}

const METHODS = 'GET, HEAD, OPTIONS'

const plain = (status: 404 | 405, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', Allow: METHODS } })

/** `/notice/bg` is shown the way to `/notice/bg/`, so that what is relative on the page leads right. */
const withSlash = (path: string): string | undefined =>
  /^\/notice\/[A-Za-z0-9-]+$/.test(path) ? `${path}/` : undefined

function negotiatedNotice({ notices, languages }: Published, request: Request): Resource | undefined {
  const language = negotiateLanguage(request.headers.get('Accept-Language'), languages)
  return notices.get(language)
}

function answer(published: Published, request: Request): Response {
  const { pathname } = new URL(request.url)
  if (pathname === '/') {
    const notice = negotiatedNotice(published, request)
    if (notice === undefined) return plain(404, 'Not found')
    const response = sendResource(notice, request)
    response.headers.append('Vary', 'Accept-Language')
    return response
  }
  const resource = published.files.get(pathname) ?? workbench(request)
  if (resource !== undefined) return sendResource(resource, request)
  const slashed = withSlash(pathname)
  if (slashed !== undefined && published.files.has(slashed))
    return new Response(null, { status: 308, headers: { Location: slashed } })
  return plain(404, 'Not found')
}

/**
 * The site that publishes a policy: notice, P3P files, well-known files, `policy.json`, and the workbench.
 * Everything is worked out when a policy is loaded; a request only picks.
 */
export function createSite(current: Current): Hono {
  const site = new Hono()
  site.use(
    secureHeaders({
      // The content security policy is each page's own.
      strictTransportSecurity: false,
      crossOriginResourcePolicy: false,
      xXssProtection: false,
    }),
  )
  site.all('*', context => {
    const { method } = context.req
    if (method === 'OPTIONS')
      return withP3p(new Response(null, { status: 204, headers: { Allow: METHODS } }), current.published)
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET, HEAD and OPTIONS are answered here')
    return withP3p(answer(current.published, context.req.raw), current.published)
  })
  return site
}

/** P3P 1.0, 2.2.2: the header goes with every method's answers, HEAD and OPTIONS too. This site itself sets no cookie. */
function withP3p(response: Response, { p3pHeader }: Published): Response {
  if (p3pHeader !== null) response.headers.set('P3P', p3pHeader)
  return response
}
