import { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import type { Policy } from '../../model/index.ts'
import { createHeaderChooser } from './choose-header.ts'
import { createHeadWatcher } from './node.ts'

/** What @hono/node-server puts beside a request. */
const nodeResponse = (env: unknown): ServerResponse | undefined => {
  const outgoing: unknown = (env as { readonly outgoing?: unknown } | undefined)?.outgoing
  return outgoing instanceof ServerResponse ? outgoing : undefined
}

/** How a policy's header gets onto responses: on Node before they are made, elsewhere after. */
function createDressing(policy: Policy) {
  const choose = createHeaderChooser(policy)
  const constant = policy.p3p.header === 'with-cookies' ? undefined : choose([], '')
  const watch = createHeadWatcher(choose)
  return {
    never: constant === null,
    before: (outgoing: ServerResponse): void => {
      if (typeof constant === 'string') outgoing.setHeader('P3P', constant)
      else watch(outgoing)
    },
    after: (response: Response, url: string): string | null =>
      constant ?? choose(response.headers.getSetCookie(), new URL(url).host),
  }
}

/**
 * Adds the `P3P` header as the policy declares: to every response, to those that set cookies, or to none.
 * On Node it is put on the response itself: taking a Hono response apart to look at it costs a third of the speed.
 */
export function p3pHeader(policy: Policy): MiddlewareHandler {
  const { never, before, after } = createDressing(policy)
  if (never) return (_, next) => next()
  const afterwards: MiddlewareHandler = async (context, next) => {
    await next()
    const header = after(context.res, context.req.url)
    if (header !== null) context.res.headers.set('P3P', header)
  }
  // Not async: one promise less for each request.
  return (context, next) => {
    const outgoing = nodeResponse(context.env)
    if (outgoing === undefined) return afterwards(context, next)
    before(outgoing)
    return next()
  }
}

/** What answers requests as Hono's `app.fetch` does. */
export type Fetch<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>

/**
 * The same around a whole application: `serve({ fetch: withP3pHeader(policy, app.fetch) })`. Faster than the middleware,
 * whose mere presence makes Hono take its longer way through every request.
 */
export function withP3pHeader<Rest extends readonly unknown[]>(policy: Policy, fetch: Fetch<Rest>): Fetch<Rest> {
  const { never, before, after } = createDressing(policy)
  if (never) return fetch
  const afterwards: Fetch<Rest> = async (request, ...rest) => {
    const response = await fetch(request, ...rest)
    const header = after(response, request.url)
    if (header === null) return response
    const dressed = new Response(response.body, response)
    dressed.headers.set('P3P', header)
    return dressed
  }
  return (request, ...rest) => {
    const outgoing = nodeResponse(rest[0])
    if (outgoing === undefined) return afterwards(request, ...rest)
    before(outgoing)
    return fetch(request, ...rest)
  }
}
