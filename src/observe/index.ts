export { type ChoiceFailure } from './choosing/choose.ts'
export { loadScript, ScriptFault, type ScriptTools, type SiteScript } from './choosing/script.ts'
export { JournalFault } from './crawl/journal.ts'
export { observeSite } from './crawl/observe-site.ts'
export type { ObserveOptions } from './crawl/options.ts'
export type { Progress } from './crawl/progress.ts'
export { KNOWN_CHATTER } from './drivers/chatter.ts'
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
export type { Gap, Looking, LookingOptions, PageLook, VisitLimits } from './looking/looking.ts'
export { openLooking } from './looking/open-looking.ts'
