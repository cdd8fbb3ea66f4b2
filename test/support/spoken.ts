import type { CDPSession, Page } from 'playwright-core'

/** A node of Chromium's accessibility tree, as far as it is spoken. */
interface AxNode {
  readonly nodeId: string
  readonly backendDOMNodeId?: number
  readonly ignored: boolean
  readonly childIds?: readonly string[]
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What is said at once, with its name, and not entered. */
const WHOLE: Readonly<Record<string, string>> = {
  heading: 'heading',
  link: 'link',
  button: 'button',
  switch: 'switch',
  DisclosureTriangle: 'disclosure',
}

/** What is said on entering it. */
const ENTERED: Readonly<Record<string, string>> = { region: 'region', dialog: 'dialog', list: 'list' }

/** What is read in one breath. */
const BREATHS: Readonly<Record<string, string>> = { paragraph: '', term: '', definition: '= ', status: 'status: ' }

/** How a state is told. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  expanded: { true: 'expanded', false: 'collapsed' },
  checked: { true: 'on', false: 'off' },
  disabled: { true: 'unavailable' },
  modal: { true: 'modal' },
  focused: { true: 'here' },
}

const statesOf = ({ properties = [] }: AxNode): readonly string[] =>
  properties.flatMap(({ name, value }) => STATES[name]?.[String(value.value)] ?? [])

class Reader {
  readonly lines: string[] = []
  readonly #nodes: ReadonlyMap<string, AxNode>

  constructor(nodes: readonly AxNode[]) {
    this.#nodes = new Map(nodes.map(node => [node.nodeId, node]))
  }

  #children({ childIds = [] }: AxNode): readonly AxNode[] {
    return childIds.flatMap(id => this.#nodes.get(id) ?? [])
  }

  #holds(node: AxNode, roles: readonly string[]): boolean {
    return this.#children(node).some(
      child => (!child.ignored && roles.includes(child.role?.value ?? '')) || this.#holds(child, roles),
    )
  }

  #text(node: AxNode): string {
    const role = node.role?.value
    if (role === 'StaticText') return node.name?.value ?? ''
    if (role === 'LineBreak') return ' / '
    return this.#children(node)
      .map(child => this.#text(child))
      .join('')
  }

  read(node: AxNode): void {
    const role = node.ignored ? '' : (node.role?.value ?? '')
    const { name, description } = node
    const whole = WHOLE[role]
    const breath = BREATHS[role]
    const entered = ENTERED[role]
    if (whole !== undefined) {
      this.lines.push([`${whole} ${name?.value}`, ...statesOf(node), description?.value].filter(Boolean).join(', '))
    } else if (breath !== undefined && !this.#holds(node, Object.keys(WHOLE))) {
      this.lines.push(breath + this.#text(node))
    } else if (role === 'StaticText') {
      this.lines.push(name?.value ?? '')
    } else {
      if (entered !== undefined)
        this.lines.push([`${entered} ${name?.value ?? ''}`.trim(), ...statesOf(node)].join(', '))
      // The name beside a switch is the switch's own, which says it.
      if (role !== 'LabelText') for (const child of this.#children(node)) this.read(child)
      else for (const child of this.#children(node)) if (child.role?.value === 'switch') this.read(child)
    }
  }
}

async function nodeOf(session: CDPSession, selector: string): Promise<number> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node } = await session.send('DOM.describeNode', { nodeId })
  return node.backendNodeId
}

/**
 * What a screen reader is given of a part of the page, in its order: what each thing is, what it is called, how it stands.
 * Read from Chromium's own accessibility tree.
 */
export async function spoken(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const start = await nodeOf(session, selector)
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
    const reader = new Reader(nodes)
    const node = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === start)
    if (node !== undefined) reader.read(node)
    return reader.lines
  } finally {
    await session.detach()
  }
}

export interface LiveRegion {
  /** The same number: the same element, of which a change is announced. */
  readonly id: number
  readonly politeness: unknown
  readonly whole: unknown
  readonly says: string
}

/** The element of which screen readers announce every change. */
export async function liveRegion(page: Page, selector: string): Promise<LiveRegion> {
  const session = await page.context().newCDPSession(page)
  try {
    const id = await nodeOf(session, selector)
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
    const node = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === id)
    const property = (name: string) => node?.properties?.find(each => each.name === name)?.value.value
    const [says = ''] = await spoken(page, selector)
    return { id, politeness: property('live'), whole: property('atomic'), says: says.replace(/^status: /, '') }
  } finally {
    await session.detach()
  }
}
