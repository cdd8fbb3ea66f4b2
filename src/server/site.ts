import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type Language, negotiateLanguage } from '../messages/index.ts'
import type { Admin } from './admin/index.ts'
import type { Asking } from './asking.ts'
import { AskingPages } from './asking-page.ts'
import type { Published } from './published.ts'
import { sendResource } from './resource.ts'
import { workbench } from './workbench/index.ts'

/** The policy as it now stands; a reload puts another in its place. */
export interface Current {
  published: Published
  /** What asks visitors; without it the policy is published and nothing else. */
  asking?: Asking
}

export interface SiteOptions {
  readonly admin?: Admin
}

/** What the server knows of a request besides. */
export interface Bindings {
  /** The address it comes from. */
  readonly remote: string
}

const METHODS = 'GET, HEAD, OPTIONS'

const plain = (status: 404 | 405, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', Allow: METHODS } })

/** `/notice/bg` is shown the way to `/notice/bg/`, so that what is relative on the page leads right. */
const withSlash = (path: string): string | undefined =>
  /^\/notice\/[A-Za-z0-9-]+$/.test(path) ? `${path}/` : undefined

/** A page for people, in one of the languages there are; `/` speaks the one asked for. */
function noticeAt({ notices, languages, files }: Published, { url, headers }: Request) {
  const { pathname } = new URL(url)
  const negotiated = pathname === '/'
  const language: Language | undefined = negotiated
    ? negotiateLanguage(headers.get('Accept-Language'), languages)
    : languages.find(one => pathname === `/notice/${one}/`)
  if (language === undefined) return null
  const page = negotiated ? notices.get(language) : files.get(pathname)
  return page === undefined ? null : { page, language, negotiated }
}

function answer(published: Published, request: Request): Response {
  const { pathname } = new URL(request.url)
  const resource = published.files.get(pathname) ?? workbench(request)
  if (resource !== undefined) return sendResource(resource, request)
  const slashed = withSlash(pathname)
  if (slashed !== undefined && published.files.has(slashed))
    return new Response(null, { status: 308, headers: { Location: slashed } })
  return plain(404, 'Not found')
}

/**
 * The site that publishes a policy: notice, P3P files, well-known files, `policy.json`, and the workbench. Where visitors are
 * asked, their choices; and the pages for whoever runs it. All that is the same for everybody is worked out when a policy is
 * loaded; a request only picks.
 */
export function createSite(current: Current, { admin }: SiteOptions = {}): Hono<{ Bindings: Bindings }> {
  const site = new Hono<{ Bindings: Bindings }>()
  const pages = new AskingPages()

  async function show({ published, asking }: Current, request: Request): Promise<Response> {
    const found = noticeAt(published, request)
    if (found === null) return withP3p(answer(published, request), published)
    const { page, language, negotiated } = found
    const response = asking?.asks
      ? await pages.answer(page, asking, { request, language })
      : withP3p(sendResource(page, request), published)
    if (negotiated) response.headers.append('Vary', 'Accept-Language')
    return response
  }

  site.use(
    secureHeaders({
      // The content security policy is each page's own.
      strictTransportSecurity: false,
      crossOriginResourcePolicy: false,
      xXssProtection: false,
      // Not `no-referrer`: forms would then be sent with the origin `null` (Fetch, 3.2), and could not be told from forged ones.
      referrerPolicy: 'same-origin',
    }),
  )
  site.all('*', async ({ req: { raw: request, method }, env }) => {
    const { published, asking } = current
    const own = (await asking?.consent.routes(request)) ?? (await admin?.(request, env.remote)) ?? null
    if (own !== null) return own
    if (method === 'OPTIONS')
      return withP3p(new Response(null, { status: 204, headers: { Allow: METHODS } }), published)
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET, HEAD and OPTIONS are answered here')
    return show(current, request)
  })
  return site
}

/** P3P 1.0, 2.2.2: the header goes with every method's answers, HEAD and OPTIONS too. These set no cookie. */
function withP3p(response: Response, { p3pHeader }: Published): Response {
  if (p3pHeader !== null) response.headers.set('P3P', p3pHeader)
  return response
}
