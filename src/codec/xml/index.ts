export {
  isElement,
  type LocatedAttribute,
  type LocatedElement,
  type XmlDocument,
  xmlPath,
} from './located-element.ts'
export { readXml, XML_LIMITS } from './read-xml.ts'
export { writeXml } from './write-xml.ts'
