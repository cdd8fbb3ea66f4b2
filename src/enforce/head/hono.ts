import { ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { HeadKeeper } from './head-keeper.ts'
import { type Fetch, type HeaderWriter, keepHead, keptResponse } from './keep-response.ts'
import { nodeMiddleware } from './node.ts'

/** What @hono/node-server puts beside a request. */
const nodeResponse = (env: unknown): ServerResponse | undefined => {
  const outgoing: unknown = (env as { readonly outgoing?: unknown } | undefined)?.outgoing
  return outgoing instanceof ServerResponse ? outgoing : undefined
}

/** Headers of a response by Hono's own hand, which knows whether they can be changed where they are. */
const contextHeaders = (context: Context): HeaderWriter => ({
  append: (name, value) => context.header(name, value, { append: true }),
  delete: name => context.header(name, undefined),
  set: (name, value) => context.header(name, value),
})

/**
 * Has the keeper look at every response of an application. On Node it is the response itself that is looked at: taking a
 * Hono response apart costs a third of the speed.
 */
export function honoMiddleware(keeper: HeadKeeper): MiddlewareHandler {
  if (keeper.idle) return (_, next) => next()
  const watch = nodeMiddleware(keeper)
  const afterwards: MiddlewareHandler = async (context, next) => {
    await next()
    keepHead(context.req.raw, context.res, { ...keeper, dress: () => contextHeaders(context) })
  }
  // Not async: one promise less for each request.
  return (context, next) => {
    const outgoing = nodeResponse(context.env)
    if (outgoing === undefined) return afterwards(context, next)
    watch(outgoing.req, outgoing)
    return next()
  }
}

/** The same around a whole application, which spares Hono its longer way through applications with middlewares. */
export function keptFetch<Rest extends readonly unknown[]>(keeper: HeadKeeper, fetch: Fetch<Rest>): Fetch<Rest> {
  if (keeper.idle) return fetch
  const watch = nodeMiddleware(keeper)
  const afterwards: Fetch<Rest> = async (request, ...rest) =>
    keptResponse(request, await fetch(request, ...rest), keeper)
  return (request, ...rest) => {
    const outgoing = nodeResponse(rest[0])
    if (outgoing === undefined) return afterwards(request, ...rest)
    watch(outgoing.req, outgoing)
    return fetch(request, ...rest)
  }
}
