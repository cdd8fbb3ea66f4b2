import { type Issue, type IssueCode, type IssueData, issue } from '../../model/index.ts'
import type { LocatedAttribute, LocatedElement, XmlDocument } from './located-element.ts'
import { innerScope, isDeclaration, type NamespaceScope, namespaceOf, splitName } from './namespaces.ts'

/** What a document may measure. A policy of a large company has 60 KB, a depth of 8 and 4 attributes an element. */
export const XML_LIMITS = { size: 2_097_152, depth: 64, attributes: 64, name: 1024 } as const

/** Ends the reading: the text is no XML, or more than we read. */
export class Stop extends Error {
  readonly issue: Issue
  constructor(found: Issue) {
    super(found.code)
    this.issue = found
  }
}

interface Raw {
  readonly name: string
  readonly value: string
  readonly offset: number
}

interface Open {
  readonly element: LocatedElement & { readonly children: (LocatedElement | string)[] }
  readonly scope: NamespaceScope | null
  readonly counts: Map<string, number>
  text: string[]
}

/** Builds the tree while the parser reads; knows namespaces, which saxes would resolve in quadratic time. */
export class TreeBuilder {
  root: LocatedElement | undefined
  private readonly open: Open[] = []
  private attributes: Raw[] = []
  private offset = 0
  /** Where the last attribute, or the tag's name, ended. */
  private cursor = 0
  private readonly source: string
  private readonly at: XmlDocument['at']

  constructor(source: string, at: XmlDocument['at']) {
    this.source = source
    this.at = at
  }

  stop<C extends IssueCode>(code: C, data: IssueData<C>, offset: number): never {
    throw new Stop(issue(code, data, { at: this.at({ offset: Math.min(offset, this.source.length) }) }))
  }

  startTag(name: string, position: number) {
    this.offset = this.source.lastIndexOf('<', position - 1)
    if (this.open.length >= XML_LIMITS.depth) this.overLimit('depth')
    if (name.length > XML_LIMITS.name) this.overLimit('name')
    this.attributes = []
    this.cursor = this.offset + 1 + name.length
  }

  attribute(name: string, value: string, position: number) {
    if (this.attributes.length >= XML_LIMITS.attributes) this.overLimit('attributes')
    if (name.length > XML_LIMITS.name) this.overLimit('name')
    const space = /\s*/y
    space.lastIndex = this.cursor
    space.test(this.source)
    this.attributes.push({ name, value, offset: space.lastIndex })
    this.cursor = position
  }

  text(text: string) {
    this.open.at(-1)?.text.push(text)
  }

  openTag(qualified: string) {
    const outer = this.open.at(-1)
    const scope = innerScope(outer?.scope ?? null, this.attributes)
    const [prefix, name] = splitName(qualified)
    const namespace = this.resolve(prefix, scope, this.offset)
    const ordinal = outer?.counts.get(name) ?? 0
    outer?.counts.set(name, ordinal + 1)
    const attributes = this.attributes.filter(raw => !isDeclaration(raw)).map(raw => this.locate(raw, scope))
    const parent = outer?.element ?? null
    const element = { name, namespace, attributes, children: [], offset: this.offset, parent, ordinal }
    if (outer === undefined) this.root = element
    else {
      this.flushText(outer)
      outer.element.children.push(element)
    }
    this.open.push({ element, scope, counts: new Map(), text: [] })
  }

  closeTag() {
    const closed = this.open.pop()
    if (closed !== undefined) this.flushText(closed)
  }

  private overLimit(what: keyof typeof XML_LIMITS): never {
    return this.stop('xml-limit', { what, limit: XML_LIMITS[what] }, this.offset)
  }

  private flushText(open: Open) {
    if (open.text.length > 0) open.element.children.push(open.text.join(''))
    open.text = []
  }

  private locate({ name: qualified, value, offset }: Raw, scope: NamespaceScope | null): LocatedAttribute {
    const [prefix, local] = splitName(qualified)
    if (prefix === '' || prefix === 'xml') return { name: qualified, namespace: '', value, offset }
    return { name: local, namespace: this.resolve(prefix, scope, offset), value, offset }
  }

  private resolve(prefix: string, scope: NamespaceScope | null, offset: number): string {
    return namespaceOf(prefix, scope) ?? this.stop('xml-malformed', { reason: 'prefix' }, offset)
  }
}
