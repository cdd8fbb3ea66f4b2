export { createDoor } from './create-door.ts'
export {
  type Departure,
  DOOR_MODES,
  type Door,
  type DoorAction,
  type DoorCount,
  type DoorDecision,
  type DoorMode,
  type DoorOptions,
  type DoorStats,
  type Leaving,
  type Place,
  type StorageToClear,
  type Visitor,
} from './door.ts'
export { DOOR_REASONS, type DoorReason } from './reasons.ts'
