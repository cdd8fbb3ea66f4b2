import type { IncomingMessage, RequestListener } from 'node:http'
import type { Consent, PageAsking, PageAskingOptions } from '../consent/consent.ts'
import type { NodeMiddleware } from '../head/node.ts'
import { pathOf, webHeaders } from '../head/node-request.ts'

/** What translates between Node's requests and those of the standard comes with the first request that needs it. */
async function listenerFor(consent: Consent): Promise<RequestListener> {
  const { getRequestListener } = await import('@hono/node-server')
  const answer = async (request: Request) => (await consent.routes(request)) ?? new Response(null, { status: 404 })
  return getRequestListener(answer, { overrideGlobalObjects: false })
}

/** Answers what visitors choose; all else goes on to the application. */
export function consentMiddleware(consent: Consent): NodeMiddleware {
  const own = `${consent.base}/`
  let listener: Promise<RequestListener> | undefined
  return (request, response, next) => {
    if (!pathOf(request).startsWith(own)) return next?.()
    listener ??= listenerFor(consent)
    listener.then(answer => answer(request, response)).catch(() => response.destroy())
  }
}

/** The same around a whole application. */
export function withConsent(consent: Consent, listener: RequestListener): RequestListener {
  const answer = consentMiddleware(consent)
  return (request, response) => answer(request, response, () => listener(request, response))
}

/** A host that no address can have says nothing of where the visitor is. */
const addressOf = (request: IncomingMessage): URL => {
  const [path, base] = [pathOf(request), `http://${request.headers.host}`]
  return URL.canParse(path, base) ? new URL(path, base) : new URL('http://localhost/')
}

/** The head of a request as the standard has it. */
const headOf = (request: IncomingMessage): Request => new Request(addressOf(request), { headers: webHeaders(request) })

/** What to put into the page that answers this request, and the cookies to set with it. */
export const pageFor = (consent: Consent, request: IncomingMessage, options: PageAskingOptions): Promise<PageAsking> =>
  consent.page(headOf(request), options)
