export { writeXml } from './write-xml.ts'
