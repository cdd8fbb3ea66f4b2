export {
  type BrowserDriver,
  BrowserFault,
  type OpenOptions,
  type Session,
  type StoredCookie,
  type UndrivenSession,
} from './drivers/driver.ts'
export { type BrowserMode, type FoundDriver, findDriver } from './drivers/find-driver.ts'
export type { Environment } from './drivers/find-executable.ts'
