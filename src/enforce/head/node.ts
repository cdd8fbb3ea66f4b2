import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HeadKeeper } from './head-keeper.ts'
import { createHeadWatcher } from './watch-head.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/** Has the keeper look at every response. Call it before the response is written. */
export function nodeMiddleware(keeper: HeadKeeper): NodeMiddleware {
  if (keeper.idle) return (_, _response, next) => next?.()
  const watch = createHeadWatcher(keeper)
  return (_, response, next) => {
    watch(response)
    next?.()
  }
}
