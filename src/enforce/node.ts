import type { RequestListener } from 'node:http'
import type { Policy } from '../model/index.ts'
import type { Door } from './door/index.ts'
import { createDoorKeeper, createPolicyKeeper } from './head/head-keeper.ts'
import { keptListener, type NodeMiddleware, nodeMiddleware } from './head/node.ts'

export { consentMiddleware, pageFor, withConsent } from './asking/node.ts'
export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'
export type { NodeMiddleware } from './head/node.ts'

/**
 * Adds the `P3P` header as the policy declares: to every response, to those that set cookies, or to none.
 * Call it before the response is written.
 */
export const p3pHeader = (policy: Policy): NodeMiddleware => nodeMiddleware(createPolicyKeeper(policy))

/** The same around a whole application: `createServer(withP3pHeader(policy, listener))`. */
export const withP3pHeader = (policy: Policy, listener: RequestListener): RequestListener =>
  keptListener(createPolicyKeeper(policy), listener)

/** Stands at the door of a whole application: `createServer(withDoor(door, listener))`. */
export const withDoor = (door: Door, listener: RequestListener): RequestListener =>
  keptListener(createDoorKeeper(door), listener)

/** The same for some of its requests: call it before the response is written. */
export const doorMiddleware = (door: Door): NodeMiddleware => nodeMiddleware(createDoorKeeper(door))
