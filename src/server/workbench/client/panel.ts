/** One thing the workbench can do, on a tab of its own. */
export interface Panel {
  readonly id: string
  readonly title: string
  readonly element: HTMLElement
  /** What stands in its fields, for a link that brings it back. */
  readonly state: () => Readonly<Record<string, string>>
  readonly restore: (state: URLSearchParams) => void
}
