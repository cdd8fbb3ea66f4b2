/** How often something was done to a cookie at the door, and why. */
export interface DoorTally {
  readonly action: string
  readonly cookie: string
  /** Null: of no practice that is declared. */
  readonly practice: string | null
  readonly reason: string
  readonly mode: string
  readonly count: number
}

/** What the doors of all processes have done, day by day. */
export interface DoorCounts {
  /** Adds to a day (`2026-11-22`) of a site. */
  add(site: string, day: string, tallies: readonly DoorTally[]): Promise<void>
  /** All since that day, the most frequent first. */
  since(site: string, day: string): Promise<readonly DoorTally[]>
  /** Removes the days before. */
  prune(day: string): Promise<void>
}
