import type { Door } from './door/index.ts'
import { createDoorKeeper } from './head/head-keeper.ts'
import { type Fetch, keptResponse } from './head/keep-response.ts'

export { withConsent } from './asking/fetch.ts'
export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'
export type { Fetch } from './head/keep-response.ts'

/** Stands at the door of a handler over `Request` and `Response`, in any runtime. */
export function withDoor<Rest extends readonly unknown[]>(door: Door, handler: Fetch<Rest>): Fetch<Rest> {
  const keeper = createDoorKeeper(door)
  return async (request, ...rest) => keptResponse(request, await handler(request, ...rest), keeper)
}
