import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { HeadKeeper } from './head-keeper.ts'
import { createHeadWatcher } from './watch-head.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/** Has the keeper look at every response. Call it before the response is written. */
export function nodeMiddleware(keeper: HeadKeeper): NodeMiddleware {
  if (keeper.idle) return (_, _response, next) => next?.()
  const watch = createHeadWatcher(keeper)
  return (request, response, next) => {
    watch(request, response)
    next?.()
  }
}

/**
 * The same around a whole application. Faster than as a middleware of Express, which gives each response another prototype
 * first: whatever is put on an object after that is dear.
 */
export function keptListener(keeper: HeadKeeper, listener: RequestListener): RequestListener {
  if (keeper.idle) return listener
  const watch = createHeadWatcher(keeper)
  return (request, response) => {
    watch(request, response)
    listener(request, response)
  }
}
