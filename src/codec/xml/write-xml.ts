import type { XmlElement } from '../../model/index.ts'

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

/** XML 1.0, production 2: everything else, lone surrogates too, cannot be written even as a reference. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const clean = (text: string) => text.replace(NOT_XML, '\u{FFFD}')
const escapeText = (text: string) => clean(text).replace(/[&<>\r]/g, character => REFERENCES[character] ?? '')
const escapeAttribute = (text: string) => clean(text).replace(/[&<>"\t\n\r]/g, character => REFERENCES[character] ?? '')

/** The attributes as written, with the declarations their namespaces and the element's own need. */
function startTag(element: XmlElement, outer: string): string {
  const declared = new Map<string, string>()
  const written: string[] = []
  for (const [name, value] of Object.entries(element.attributes)) {
    const [, namespace, local] = /^\{([^}]*)\}(.*)$/.exec(name) ?? []
    let qualified = name
    if (namespace !== undefined) {
      if (!declared.has(namespace)) declared.set(namespace, `n${declared.size + 1}`)
      qualified = `${declared.get(namespace)}:${local}`
    }
    written.push(` ${qualified}="${escapeAttribute(value)}"`)
  }
  const own = element.namespace === outer ? '' : ` xmlns="${escapeAttribute(element.namespace)}"`
  const prefixes = [...declared].map(([namespace, prefix]) => ` xmlns:${prefix}="${escapeAttribute(namespace)}"`)
  return `<${element.name}${own}${prefixes.join('')}${written.join('')}`
}

/** Elements alone stand on lines of their own; beside text nothing may be added, not even a space. */
function writeElement(element: XmlElement, outer: string, indent: string | null, lines: string[]) {
  const start = startTag(element, outer)
  const lead = indent ?? ''
  const mixed = element.children.some(child => typeof child === 'string')
  if (element.children.length === 0) {
    lines.push(`${lead}${start}/>`)
  } else if (mixed || indent === null) {
    const inner: string[] = []
    for (const child of element.children) {
      if (typeof child === 'string') inner.push(escapeText(child))
      else writeElement(child, element.namespace, null, inner)
    }
    lines.push(`${lead}${start}>${inner.join('')}</${element.name}>`)
  } else {
    lines.push(`${lead}${start}>`)
    for (const child of element.children) {
      if (typeof child !== 'string') writeElement(child, element.namespace, `${indent}  `, lines)
    }
    lines.push(`${lead}</${element.name}>`)
  }
}

/** An XML 1.0 document in UTF-8. Each namespace is the default one where it begins, so no name needs a prefix. */
export function writeXml(root: XmlElement): string {
  const lines = [XML_DECLARATION]
  writeElement(root, '', '', lines)
  return `${lines.join('\n')}\n`
}
