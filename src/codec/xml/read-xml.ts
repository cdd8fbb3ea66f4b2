import { SaxesParser } from 'saxes'
import { type Issue, issue, type Result } from '../../model/index.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { LocatedElement, XmlDocument } from './located-element.ts'
import { looseAmpersand, malformedReason } from './malformed.ts'
import { textPlaces } from './text-places.ts'
import { Stop, TreeBuilder, XML_LIMITS } from './tree-builder.ts'

/** A declared encoding that does not matter, because the text is the same in UTF-8. */
const isUtf8 = (encoding: string) => /^(?:utf-?8|us-ascii)$/i.test(encoding)
const isAscii = (text: string) => /^[\x00-\x7F]*$/.test(text)

function parse(source: string, at: XmlDocument['at'], issues: Issue[]): LocatedElement | undefined {
  const builder = new TreeBuilder(source, at)
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', error => {
    const reason = malformedReason(error.message.replace(/^\d+:\d+: /, ''))
    const loose =
      reason === 'entity' || parser.position >= source.length ? looseAmpersand(source, parser.position) : undefined
    const told = loose === undefined ? reason : 'entity'
    builder.stop('xml-malformed', { reason: told }, loose ?? parser.position)
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
