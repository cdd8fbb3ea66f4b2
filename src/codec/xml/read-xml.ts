import { SaxesParser } from 'saxes'
import { type Issue, type IssueCode, type IssueData, issue, type Result } from '../../model/index.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { LocatedAttribute, LocatedElement, XmlDocument } from './located-element.ts'
import { malformedReason } from './malformed.ts'
import { innerScope, isDeclaration, type NamespaceScope, namespaceOf, splitName } from './namespaces.ts'
import { textPlaces } from './text-places.ts'

/** What a document may measure. A policy of a large company has 60 KB, a depth of 8 and 4 attributes an element. */
export const XML_LIMITS = { size: 2_097_152, depth: 64, attributes: 64, name: 1024 } as const

/** Ends the reading: the text is no XML, or more than we read. */
class Stop extends Error {
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
class TreeBuilder {
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

/** A declared encoding that does not matter, because the text is the same in UTF-8. */
const isUtf8 = (encoding: string) => /^(?:utf-?8|us-ascii)$/i.test(encoding)
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what begins with a control character
const isAscii = (text: string) => /^[\x00-\x7F]*$/.test(text)

function parse(source: string, at: XmlDocument['at'], issues: Issue[]): LocatedElement | undefined {
  const builder = new TreeBuilder(source, at)
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', error => {
    const message = error.message.replace(/^\d+:\d+: /, '')
    builder.stop('xml-malformed', { reason: malformedReason(message) }, parser.position)
  })
  parser.on('doctype', () => builder.stop('xml-doctype', {}, source.indexOf('<!DOCTYPE')))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding === undefined || isUtf8(encoding)) return
    if (!isAscii(source)) builder.stop('xml-encoding', { encoding }, 0)
    issues.push(issue('xml-encoding-declared', { encoding }, { at: at({ offset: 0 }) }))
  })
  parser.on('opentagstart', tag => builder.startTag(tag.name, parser.position))
  parser.on('attribute', ({ name, value }) => builder.attribute(name, value, parser.position))
  parser.on('opentag', tag => builder.openTag(tag.name))
  parser.on('closetag', () => builder.closeTag())
  parser.on('text', text => builder.text(text))
  parser.on('cdata', text => builder.text(text))
  parser.write(source).close()
  return builder.root
}

/**
 * XML 1.0 with namespaces, in UTF-8, without a document type: bounded, and linear in the text's length.
 * Comments and processing instructions say nothing and are not kept.
 */
export function readXml(input: string | Uint8Array): Result<XmlDocument> {
  const { size: limit } = XML_LIMITS
  if (input.length > limit) return { ok: false, issues: [issue('xml-limit', { what: 'size', limit })] }
  const source = typeof input === 'string' ? input.replace(/^\u{FEFF}/u, '') : decodeUtf8(input)
  if (typeof source !== 'string') return { ok: false, issues: [source] }
  const at = textPlaces(source)
  const issues: Issue[] = []
  try {
    const root = parse(source, at, issues)
    if (root !== undefined) return { ok: true, value: { root, at }, issues }
    return { ok: false, issues: [...issues, issue('xml-malformed', { reason: 'end' })] }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { ok: false, issues: [...issues, error.issue] }
  }
}
