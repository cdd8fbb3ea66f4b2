export {
  isElement,
  type LocatedAttribute,
  type LocatedElement,
  type XmlDocument,
  xmlPath,
} from './located-element.ts'
export { readXml } from './read-xml.ts'
export { XML_LIMITS } from './tree-builder.ts'
export { writeXml } from './write-xml.ts'
