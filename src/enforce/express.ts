export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'
// Express 5 calls middlewares as Connect did, with Node's own requests and responses.
export { doorMiddleware, type NodeMiddleware, p3pHeader } from './node.ts'
