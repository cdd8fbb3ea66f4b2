export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'
// An application of Express 5 is a listener of `node:http`, and calls middlewares as Connect did, with Node's own requests and responses.
export {
  consentMiddleware,
  doorMiddleware,
  type NodeMiddleware,
  p3pHeader,
  pageFor,
  withConsent,
  withDoor,
  withP3pHeader,
} from './node.ts'
