import { type Issue, type IssueCode, type IssueData, issue } from '../../model/index.ts'
import type { SchemaElements } from '../../vocabulary/index.ts'
import { isElement, type LocatedAttribute, type LocatedElement, type XmlDocument, xmlPath } from '../xml/index.ts'
import { OLD_NAMESPACES, P3P_NAMESPACE } from './namespaces.ts'

/** Nobody mends more at once; a hostile file has one in every ten bytes. */
const MOST_ISSUES = 1000

/** One document being read: which of its elements are P3P's, and what is wrong so far. */
export class Reading {
  readonly issues: Issue[] = []
  /** The document's own data elements, once they are read. */
  own: SchemaElements | undefined
  /** Those of schemas elsewhere, by URI. */
  readonly others: ReadonlyMap<string, SchemaElements>
  private readonly doc: XmlDocument
  private readonly namespaces: ReadonlySet<string>

  constructor(doc: XmlDocument, others: ReadonlyMap<string, SchemaElements>) {
    this.doc = doc
    this.others = others
    this.namespaces = new Set([P3P_NAMESPACE, ...OLD_NAMESPACES, doc.root.namespace])
  }

  /** Whatever namespace the root has is read as P3P's; that it should have another was said. */
  isP3p(element: LocatedElement): boolean {
    return this.namespaces.has(element.namespace)
  }

  children(element: LocatedElement | undefined, ...names: readonly string[]): readonly LocatedElement[] {
    return (element?.children ?? [])
      .filter(isElement)
      .filter(child => this.isP3p(child) && (names.length === 0 || names.includes(child.name)))
  }

  child(element: LocatedElement | undefined, name: string): LocatedElement | undefined {
    return this.children(element, name)[0]
  }

  /** Nothing more will be listed, so that nothing more need be found out. */
  get isFull(): boolean {
    return this.issues.length > MOST_ISSUES
  }

  report<C extends IssueCode>(code: C, data: IssueData<C>, element: LocatedElement, attribute?: LocatedAttribute) {
    if (this.isFull) return
    const place = { path: xmlPath(element), at: this.doc.at(attribute ?? element) }
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue(code, data, place))
    else this.issues.push(issue('p3p-issues-cut', { limit: MOST_ISSUES }, place))
  }
}

const attributeOf = (element: LocatedElement, name: string): LocatedAttribute | undefined =>
  element.attributes.find(attribute => attribute.name === name && attribute.namespace === '')

/** The attribute's value without the white space around it; null where it is missing or blank. */
export const valueOf = (element: LocatedElement | undefined, name: string): string | null =>
  (element && attributeOf(element, name)?.value.trim()) || null

/** The attribute's value as it is, blank or not. */
export const rawValueOf = (element: LocatedElement, name: string): string | null =>
  attributeOf(element, name)?.value ?? null

/** The element's own text without the white space around it; null where there is none. */
export const textOf = (element: LocatedElement | undefined): string | null =>
  (element?.children ?? [])
    .filter(child => !isElement(child))
    .join('')
    .trim() || null
