import { type Issue, type IssueCode, type IssueData, issue, type Span } from '../../model/index.ts'
import { isElement, type LocatedAttribute, type LocatedElement, type XmlDocument, xmlPath } from '../xml/index.ts'
import { FILE_ELEMENTS, type FileElement, nameInLetters } from './file-grammar.ts'
import { excerpt } from './words.ts'

/** An element as the grammar has it: its names mended, its attributes all there. */
export interface ReadElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ReadElement[]
  readonly at: Span
}

const NO_MODEL: FileElement = { attributes: {}, single: [], sequence: [], many: [] }

/** Holds a privacy import file to its grammar, and reads on past every departure from it. */
export class FileReader {
  readonly issues: Issue[] = []
  private readonly doc: XmlDocument

  constructor(doc: XmlDocument) {
    this.doc = doc
  }

  report<C extends IssueCode>(code: C, data: IssueData<C>, element: LocatedElement, attribute?: LocatedAttribute) {
    this.issues.push(issue(code, data, { path: xmlPath(element), at: this.doc.at(attribute ?? element) }))
  }

  read(element: LocatedElement, name: string): ReadElement {
    const model = FILE_ELEMENTS[name] ?? NO_MODEL
    const attributes = this.readAttributes(element, name, model)
    return { name, attributes, children: this.readChildren(element, name, model), at: this.doc.at(element) }
  }

  /** The name of the grammar that a written one stands for. */
  meant(written: string, names: readonly string[], element: LocatedElement, attribute?: LocatedAttribute) {
    const meant = nameInLetters(written, names)
    if (meant !== undefined && meant !== written) {
      this.report('privacy-file-name-case', { name: written, meant }, element, attribute)
    }
    return meant
  }

  private readAttributes(element: LocatedElement, name: string, { attributes }: FileElement) {
    const names = Object.keys(attributes)
    const given = new Map<string, LocatedAttribute>()
    for (const attribute of element.attributes) {
      const meant = this.meant(attribute.name, names, element, attribute)
      if (meant !== undefined && !given.has(meant)) given.set(meant, attribute)
      else {
        const data = { element: name, attribute: excerpt(attribute.name) }
        this.report('privacy-file-attribute-unknown', data, element, attribute)
      }
    }
    return Object.fromEntries(names.map(key => [key, this.valueOf(element, name, key, given.get(key))]))
  }

  private valueOf(element: LocatedElement, name: string, key: string, given: LocatedAttribute | undefined): string {
    const { values, otherwise } = FILE_ELEMENTS[name]?.attributes[key] ?? { values: null, otherwise: '' }
    const read = otherwise === '' ? 'none' : otherwise
    const value = given?.value.trim() ?? ''
    if (given === undefined || (value === '' && values === null)) {
      this.report('privacy-file-attribute-missing', { element: name, attribute: key, read }, element, given)
      return otherwise
    }
    if (values === null || values.includes(value)) return value
    const allowed = values.join(', ')
    const data = { element: name, attribute: key, value: excerpt(value), allowed, read }
    this.report('privacy-file-value', data, element, given)
    return otherwise
  }

  private readChildren(element: LocatedElement, parent: string, model: FileElement): readonly ReadElement[] {
    const { single, sequence, many } = model
    const names = [...single, ...sequence, ...many]
    const read: ReadElement[] = []
    const seen = new Set<string>()
    for (const child of element.children) {
      if (!isElement(child)) {
        if (child.trim() !== '') this.report('privacy-file-text', { element: parent }, element)
        continue
      }
      const name = this.meant(child.name, names, child)
      if (name === undefined) {
        this.report('privacy-file-element-unknown', { element: excerpt(child.name), parent }, child)
      } else if (seen.has(name) && !many.includes(name)) {
        this.report('privacy-file-element-repeated', { element: name, parent }, child)
      } else {
        const before = sequence.slice(sequence.indexOf(name) + 1).find(later => seen.has(later))
        if (sequence.includes(name) && before !== undefined) {
          this.report('privacy-file-element-order', { element: name, before }, child)
        }
        seen.add(name)
        read.push(this.read(child, name))
      }
    }
    for (const name of sequence) {
      if (!seen.has(name)) this.report('privacy-file-element-missing', { element: name, parent }, element)
    }
    return read
  }
}
