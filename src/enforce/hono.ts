import type { MiddlewareHandler } from 'hono'
import type { Policy } from '../model/index.ts'
import type { Consent } from './consent/consent.ts'
import type { Door } from './door/index.ts'
import { createDoorKeeper, createPolicyKeeper } from './head/head-keeper.ts'
import { honoMiddleware, keptFetch } from './head/hono.ts'
import type { Fetch } from './head/keep-response.ts'

export { withConsent } from './asking/fetch.ts'
export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'
export type { Fetch } from './head/keep-response.ts'

/** Adds the `P3P` header as the policy declares: to every response, to those that set cookies, or to none. */
export const p3pHeader = (policy: Policy): MiddlewareHandler => honoMiddleware(createPolicyKeeper(policy))

/**
 * The same around a whole application: `serve({ fetch: withP3pHeader(policy, app.fetch) })`. Faster than the middleware,
 * whose mere presence makes Hono take its longer way through every request.
 */
export const withP3pHeader = <Rest extends readonly unknown[]>(policy: Policy, fetch: Fetch<Rest>): Fetch<Rest> =>
  keptFetch(createPolicyKeeper(policy), fetch)

/** Stands at the door of an application, as a middleware. */
export const doorMiddleware = (door: Door): MiddlewareHandler => honoMiddleware(createDoorKeeper(door))

/** Answers what visitors choose; all else goes on to the application. For its pages there is `consent.page`. */
export const consentMiddleware =
  (consent: Consent): MiddlewareHandler =>
  async (context, next) =>
    (await consent.routes(context.req.raw)) ?? next()

/** The same around a whole application, and faster: `serve({ fetch: withDoor(door, app.fetch) })`. */
export const withDoor = <Rest extends readonly unknown[]>(door: Door, fetch: Fetch<Rest>): Fetch<Rest> =>
  keptFetch(createDoorKeeper(door), fetch)
