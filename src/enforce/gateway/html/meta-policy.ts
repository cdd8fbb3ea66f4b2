import { type Extension, extendContentSecurity } from '../page/content-security.ts'
import { asAttribute, attributeText } from './attribute-text.ts'
import { attributeOf, type Insertion } from './hold-tag.ts'
import type { ScannedTag } from './tag-scanner.ts'

export const META_ATTRIBUTES = ['http-equiv', 'content'] as const

const ASCII = /^[\0-\x7f]*$/

/**
 * CSP 3, 3.3: a page may restrict itself by a `<meta>` of its head, which the notice has to obey as well. Another `content`
 * is put before the one that is there: of two attributes of one name the first counts (HTML 13.2.5.33).
 */
export function extendMetaPolicy(tag: ScannedTag, extension: Extension): readonly Insertion[] {
  const textOf = (name: (typeof META_ATTRIBUTES)[number]) => attributeText(attributeOf(tag, name)?.value ?? '')
  const policy = textOf('content')
  if (textOf('http-equiv').toLowerCase() !== 'content-security-policy' || !ASCII.test(policy)) return []
  const extended = extendContentSecurity(policy, extension)
  return extended === policy ? [] : [{ at: tag.nameEnd, bytes: Buffer.from(` content="${asAttribute(extended)}"`) }]
}
