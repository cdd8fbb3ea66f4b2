/** One thing the workbench can do. */
export interface Panel {
  readonly element: HTMLElement
  /** What stands in its fields, for a link that brings it back. */
  readonly state: () => Readonly<Record<string, string>>
  /** Without anything in it: the fields as they are at first. */
  readonly restore: (state: URLSearchParams) => void
}

/** Makes a panel, which says when something in it has changed. */
export type CreatePanel = (changed: () => void) => Panel

/** A panel's place among the others. What is heavy comes when its tab is first opened. */
export interface Tab {
  readonly id: string
  readonly title: string
  readonly load: () => CreatePanel | Promise<CreatePanel>
}
