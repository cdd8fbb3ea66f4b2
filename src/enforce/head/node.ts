import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HeadKeeper } from './head-keeper.ts'
import { createHeadWatcher } from './watch-head.ts'

/** For `node:http` alone, and for what calls middlewares in its way (Connect, Express). */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/** Has the keeper look at every response. Call it before the response is written. */
export function nodeMiddleware(keeper: HeadKeeper): NodeMiddleware {
  const { always } = keeper
  if (always !== null)
    return (_, response, next) => {
      for (const [name, value] of always) response.setHeader(name, value)
      next?.()
    }
  const watch = createHeadWatcher(keeper)
  return (_, response, next) => {
    watch(response)
    next?.()
  }
}
