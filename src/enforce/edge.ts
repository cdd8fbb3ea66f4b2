import type { Door } from './door/index.ts'
import { createDoorKeeper } from './head/head-keeper.ts'
import { keptResponse } from './head/keep-response.ts'

export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'

/** What answers a request, as edge runtimes call it. */
export type Handler<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>

/** Stands at the door of a handler over `Request` and `Response`, in any runtime. */
export function withDoor<Rest extends readonly unknown[]>(door: Door, handler: Handler<Rest>): Handler<Rest> {
  const keeper = createDoorKeeper(door)
  return async (request, ...rest) => keptResponse(request, await handler(request, ...rest), keeper)
}
