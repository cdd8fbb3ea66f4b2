import type { Piece } from '../enforce/consent/index.ts'
import type { Language } from '../messages/index.ts'
import type { Asking } from './asking.ts'
import { createResource, type Resource, sendResource } from './resource.ts'

/** Pages with a notice that are kept ready: most visitors are asked the same on the same page. */
const KEPT = 64
const BODY = '<body>'

/** What the page's own policy keeps shut is opened for the notice alone: its script, its style, its form to this site. */
function withSources(csp: string, { script, style }: Piece['csp']): string {
  const opened = csp
    .replace("form-action 'none'", "form-action 'self'")
    .replace(/style-src [^;]*/, styles => [styles, ...style].join(' '))
  return `${opened}; script-src ${script.join(' ')}; connect-src 'self'`
}

function withPiece({ body, headers }: Resource, { html, csp }: Piece): Resource {
  const page = new TextDecoder().decode(body)
  const at = page.indexOf(BODY) + BODY.length
  const { 'Content-Type': type = '', 'Content-Security-Policy': closed = '', ...others } = headers
  return createResource(`${page.slice(0, at)}\n${html}${page.slice(at)}`, {
    type,
    headers: {
      ...others,
      'Content-Security-Policy': withSources(closed, csp),
      // A visitor who has chosen must not see the question again out of a cache.
      'Cache-Control': 'private, no-cache',
      Vary: 'Cookie, Sec-GPC',
    },
  })
}

/** Puts the notice that asks into pages of this site. */
export class AskingPages {
  readonly #made = new Map<string, Resource>()

  /** The page for this visitor, with what their browser is to be told of cookies. */
  async answer(
    page: Resource,
    { door, consent }: Asking,
    { request, language }: { request: Request; language: Language },
  ) {
    const { headers } = request
    const { host, origin, pathname, protocol } = new URL(request.url)
    const visitor = door.visitor(headers.get('Cookie'), headers.get('Sec-GPC'))
    const lines = await consent.settle(visitor, request)
    // Without its query, which these pages do not read: else whoever makes one up would have a page made for it alone.
    const options = { language, url: `${origin}${pathname}` }
    const piece = consent.notice(visitor, options) ?? consent.reopener(visitor, options)
    const response = sendResource(piece === null ? page : this.#with(page, piece), request)
    if (piece === null) response.headers.append('Vary', 'Sec-GPC')
    const leaving = door.leave(visitor, { setCookies: lines, host, path: pathname, https: protocol === 'https:' })
    for (const line of leaving.setCookies) response.headers.append('Set-Cookie', line)
    for (const [name, value] of leaving.headers) response.headers.append(name, value)
    return response
  }

  #with(page: Resource, piece: Piece): Resource {
    const key = page.etag + piece.html
    const made = this.#made.get(key) ?? withPiece(page, piece)
    this.#made.delete(key)
    this.#made.set(key, made)
    const [oldest] = this.#made.keys()
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest)
    return made
  }
}
