/** A row of a code table: the weight of the problem, and the names its message may use. */
export interface CodeRow {
  readonly severity: 'error' | 'warning' | 'note'
  readonly data: readonly string[]
}
