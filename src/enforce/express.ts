export { createDoor } from './door/create-door.ts'
export type { Door, DoorDecision, DoorMode, DoorOptions } from './door/door.ts'
// Express 5 calls middlewares as Connect did, with Node's own requests and responses.
export { doorMiddleware, type NodeMiddleware, p3pHeader } from './node.ts'
