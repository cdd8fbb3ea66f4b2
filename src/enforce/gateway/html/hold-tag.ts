import type { HeldHosts } from './held-hosts.ts'
import type { ScannedTag } from './tag-scanner.ts'

/** Text to be put into the page; what is there stays. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** Attributes by which a browser fetches at once. */
const FETCHING: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  link: ['href'],
  embed: ['src'],
  object: ['data'],
}

/** HTML 4.12.1, 16.1: types with which a script is run. */
const RUNS = /^\s*(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)?\s*(?:;.*)?$/i

export const canBeHeld = (name: string): boolean => Object.hasOwn(FETCHING, name)

const attributeOf = ({ attributes }: ScannedTag, name: string) => attributes.find(attribute => attribute.name === name)

/** Whether the element is a script whose text would run. */
export const isInlineScript = (tag: ScannedTag): boolean =>
  tag.name === 'script' && attributeOf(tag, 'src') === undefined && RUNS.test(attributeOf(tag, 'type')?.value ?? '')

/** Makes a tag inert: its attributes are called `data-candor-…` until their practice is allowed. */
function insertions(tag: ScannedTag, practices: string, renamed: readonly string[]): readonly Insertion[] {
  const mark = ` data-candor-practice="${practices}"${tag.name === 'script' ? ' type="text/plain"' : ''}`
  const names = tag.name === 'script' ? [...renamed, 'type'] : renamed
  return [
    { at: tag.nameEnd, text: mark },
    ...tag.attributes
      .filter(({ name }) => names.includes(name))
      .map(({ start }) => ({ at: start, text: 'data-candor-' })),
  ]
}

/** Attributes may have references, and a browser drops tabs and line ends in addresses. */
const plain = (value: string): string =>
  value
    .replace(/[\t\n\r]/g, '')
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )

const ABSOLUTE = /^[\0- ]*(?:https?:)?[\\/]{2}/i

/** The host a value leads to; null if it is the page's own or none. */
function hostOf(value: string): string | null {
  const address = plain(value)
  if (!ABSOLUTE.test(address)) return null
  try {
    return new URL(address.trim(), 'https://page.invalid/').hostname
  } catch {
    return null
  }
}

const hostsOf = (name: string, value: string): readonly string[] =>
  (name === 'srcset' ? value.split(/[\s,]+/) : [value]).map(hostOf).filter(host => host !== null)

/** What holds a tag that fetches from somebody whose practice is not allowed; empty if it may stay as it is. */
export function holdTag(tag: ScannedTag, held: HeldHosts): readonly Insertion[] {
  const names = FETCHING[tag.name] ?? []
  for (const { name, value } of tag.attributes) {
    if (!names.includes(name)) continue
    for (const host of hostsOf(name, value)) {
      const practices = held.practicesOf(host)
      if (practices !== null) return insertions(tag, practices, names)
    }
  }
  return []
}

/** The same for a script that names such a host in its text: so do the usual loaders. */
export function holdInline(tag: ScannedTag, text: string, held: HeldHosts): readonly Insertion[] {
  const practices = held.practicesNamedIn(text)
  return practices === null ? [] : insertions(tag, practices, [])
}
