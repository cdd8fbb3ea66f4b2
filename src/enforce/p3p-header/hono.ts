import { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import type { Policy } from '../../model/index.ts'
import { createHeaderChooser } from './choose-header.ts'
import { watchHead } from './node.ts'

/** What @hono/node-server puts beside a request. */
const nodeResponse = (env: unknown): ServerResponse | undefined => {
  const outgoing: unknown = (env as { readonly outgoing?: unknown } | undefined)?.outgoing
  return outgoing instanceof ServerResponse ? outgoing : undefined
}

/**
 * Adds the `P3P` header as the policy declares: to every response, to those that set cookies, or to none.
 * On Node it is put on the response itself: taking a Hono response apart to look at it costs a third of the speed.
 */
export function p3pHeader(policy: Policy): MiddlewareHandler {
  const choose = createHeaderChooser(policy)
  const constant = policy.p3p.header === 'with-cookies' ? undefined : choose([], '')
  const afterwards: MiddlewareHandler = async (context, next) => {
    await next()
    const { headers } = context.res
    const header = constant ?? choose(headers.getSetCookie(), new URL(context.req.url).host)
    if (header !== null) headers.set('P3P', header)
  }
  if (constant === null) return (_, next) => next()
  // Not async: one promise less for each request.
  return (context, next) => {
    const outgoing = nodeResponse(context.env)
    if (outgoing === undefined) return afterwards(context, next)
    watchHead(outgoing, constant ?? choose)
    return next()
  }
}
