import type { Issue } from './issue.ts'
import type { Engine, Observation, State } from './observation.ts'

/** Where a site and its declaration part: one thing, one way. */
export interface Finding {
  /** With the place in the declaration that speaks of it, or should. */
  readonly issue: Issue
  /** `cookie _id`, `storage local cart`, `recipient ads.example`, `field email`. */
  readonly subject: string
  /** The host that it is about, where that is not the site's own; two subjects of one name differ in it. */
  readonly host: string | null
  /** The same for the same finding on another day, at another address of the same site. */
  readonly fingerprint: string
  readonly states: readonly State[]
  readonly engines: readonly Engine[]
  readonly pages: readonly string[]
  readonly evidence: readonly Observation[]
}
