export { type Admin, createAdmin } from './admin.ts'
export type { AdminOptions } from './asking.ts'
export { createSetUp, type SetUp, type SetUpOptions } from './entry/set-up.ts'
