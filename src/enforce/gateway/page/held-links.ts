import type { HostRules } from '../html/host-rules.ts'

/** RFC 8288, 3: a link's address stands in `<>`; commas in it, or in what is quoted, part nothing. */
const LINK = /\s*(<([^<>]*)>(?:[^,"<]|"(?:[^"\\]|\\.)*")*)(?:,|$)/g

function hostOf(address: string): string | null {
  try {
    return new URL(address, 'https://page.invalid/').hostname
  } catch {
    return null
  }
}

/** The links of a `Link` value that a browser may fetch ahead. */
export function openLinks(value: string, rules: HostRules | null): readonly string[] {
  return [...value.matchAll(LINK)].flatMap(([, link = '', address = '']) => {
    const host = hostOf(address.trim())
    return host !== null && rules?.of(host)?.held ? [] : [link.trim()]
  })
}

/** How many links a value has. */
export const countLinks = (value: string): number => openLinks(value, null).length
