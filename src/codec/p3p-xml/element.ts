import type { P3pExpiry, XmlElement } from '../../model/index.ts'
import { P3P_NAMESPACE } from './namespaces.ts'

type Attributes = Readonly<Record<string, string | null>>
type Children = readonly (XmlElement | string | readonly XmlElement[] | null)[]

/** A P3P element whose attributes may be empty and then say something; null is one that is not written. */
export function exactElement(name: string, attributes: Attributes, ...children: Children): XmlElement {
  return {
    name,
    namespace: P3P_NAMESPACE,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
    children: children.flat().filter((child): child is XmlElement | string => child !== null && child !== ''),
  }
}

/** A P3P element; an attribute that is null or empty is not written. */
export const element = (name: string, attributes: Attributes = {}, ...children: Children): XmlElement =>
  exactElement(
    name,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value || null])),
    ...children,
  )

/** `<name>text</name>`, or nothing where there is no text. */
export const textElement = (name: string, text: string | null): XmlElement | null =>
  text ? element(name, {}, text) : null

/** The element, unless it would hold nothing. */
export const wrapper = (name: string, ...children: Children): XmlElement | null => {
  const made = element(name, {}, ...children)
  return made.children.length > 0 ? made : null
}

export const expiryElement = (expiry: P3pExpiry | null): XmlElement | null =>
  expiry && exactElement('EXPIRY', { 'max-age': expiry.maxAge, date: expiry.date })
