import { issue, type Result } from '../../model/index.ts'
import { decodeUtf8 } from '../xml/decode-utf8.ts'
import { readXml, XML_LIMITS, type XmlDocument } from '../xml/index.ts'
import { textPlaces } from '../xml/text-places.ts'
import { closeUnclosed, findUnclosed, offsetBefore } from './mend-markup.ts'

/** Each is told with its place; a text with more is not the slip of a pen. */
const MOST_MENDS = 50

/** XML; and what is almost XML, but for terms that are opened and not closed. */
export function readMendedXml(input: string | Uint8Array): Result<XmlDocument> {
  const strict = readXml(input)
  if (strict.ok || input.length > XML_LIMITS.size || !strict.issues.some(({ code }) => code === 'xml-malformed'))
    return strict
  const source = typeof input === 'string' ? input : decodeUtf8(input)
  if (typeof source !== 'string') return strict
  const text = source.replace(/^\u{FEFF}/u, '')
  const mends = findUnclosed(text)
  if (mends.length === 0 || mends.length > MOST_MENDS) return strict
  const mended = readXml(closeUnclosed(text, mends))
  if (!mended.ok) return strict
  const place = textPlaces(text)
  const told = mends.map(({ element, offset }) => issue('appel-markup-mended', { element }, { at: place({ offset }) }))
  const at: XmlDocument['at'] = ({ offset }) => place({ offset: offsetBefore(mends, offset) })
  return { ok: true, value: { root: mended.value.root, at }, issues: [...mended.issues, ...told] }
}
