import { type Issue, type IssueCode, type IssueData, issue, type Span } from '../../model/index.ts'
import { CONTENT_MODELS } from '../p3p-xml/content-models.ts'
import { type LocatedElement, type XmlDocument, xmlPath } from '../xml/index.ts'

/** A long ruleset has a hundred elements. `issues`: more nobody mends in one go. */
export const LIMITS = { elements: 10_000, issues: 200 } as const

const LONGEST_EXCERPT = 60

export const excerpt = (text: string): string =>
  text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text

/** By local name: examples give P3P's attributes a prefix, and APPEL's none. Namespace declarations are not among them. */
export const attributesOf = (element: LocatedElement): Readonly<Record<string, string>> =>
  Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]))

/** What asks for a page, beside P3P's own elements. */
const REQUEST_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['REQUEST-GROUP', []],
  ['REQUEST', ['uri']],
  ['EXTENSION', ['optional']],
])

interface Choice<T extends string> {
  readonly allowed: readonly T[]
  readonly otherwise: T
}

/** A ruleset being read, and what is wrong with it so far. */
export class AppelReading {
  private readonly issues: Issue[] = []
  private readonly doc: XmlDocument

  constructor(doc: XmlDocument) {
    this.doc = doc
  }

  at(element: LocatedElement): Span {
    return this.doc.at(element)
  }

  report<C extends IssueCode>(code: C, data: IssueData<C>, element: LocatedElement) {
    this.issues.push(issue(code, data, { path: xmlPath(element), at: this.at(element) }))
  }

  told(): readonly Issue[] {
    const more = this.issues.length - LIMITS.issues
    return more <= 0 ? this.issues : [...this.issues.slice(0, LIMITS.issues), issue('issues-more', { count: more })]
  }

  choice<T extends string>(element: LocatedElement, attribute: string, value: string | undefined, among: Choice<T>): T {
    const { allowed, otherwise } = among
    if (value === undefined) return otherwise
    const found = allowed.find(choice => choice === value.trim())
    if (found !== undefined) return found
    const data = { attribute, value: excerpt(value), allowed: allowed.join(', '), read: otherwise }
    this.report('appel-value', data, element)
    return otherwise
  }

  checkAttributes(element: LocatedElement, known: readonly string[]) {
    for (const { name } of element.attributes) {
      if (known.includes(name) || name.startsWith('xml:')) continue
      this.report('appel-attribute-unknown', { element: element.name, attribute: excerpt(name) }, element)
    }
  }

  /** A pattern that no policy can fit, because there is no such element or attribute. What stands in EXTENSION may be anything. */
  checkPattern(element: LocatedElement) {
    if (isInExtension(element)) return
    const model = CONTENT_MODELS.get(element.name)
    const known = REQUEST_ATTRIBUTES.get(element.name) ?? (model && [...model.required, ...model.optional])
    if (known !== undefined) this.checkAttributes(element, [...known, 'connective'])
    else {
      const parent = element.parent?.name ?? ''
      this.report('appel-element-unknown', { element: excerpt(element.name), parent }, element)
    }
  }
}

function isInExtension(element: LocatedElement): boolean {
  for (let outer = element.parent; outer !== null; outer = outer.parent) if (outer.name === 'EXTENSION') return true
  return false
}
