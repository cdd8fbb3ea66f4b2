export {
  DOOR_MODES,
  DOOR_REASONS,
  type DoorAction,
  type DoorDecision,
  type DoorMode,
  type DoorReason,
} from '../../model/index.ts'
export { createDoor } from './create-door.ts'
export type {
  Departure,
  Door,
  DoorCount,
  DoorOptions,
  DoorStats,
  Leaving,
  Place,
  StorageToClear,
  Visitor,
} from './door.ts'
