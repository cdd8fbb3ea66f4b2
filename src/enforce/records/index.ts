export { type ChoiceRecorder, createRecorder, type RecorderOptions, type StoreRecorder } from './choice-recorder.ts'
export { createDoorLedger, type DoorLedger } from './door-ledger.ts'
export { expiresBefore, type RetentionTerm, recordsRetention } from './records-retention.ts'
