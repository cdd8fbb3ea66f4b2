import { attributeText } from './attribute-text.ts'
import type { HostRule, HostRules } from './host-rules.ts'
import type { ScannedTag } from './tag-scanner.ts'

/** ASCII to be put into the page; what is there stays. */
export interface Insertion {
  readonly at: number
  readonly bytes: Buffer
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

/** All that matters about a tag that may be held. */
export const HELD_ATTRIBUTES: ReadonlySet<string> = new Set([...Object.values(FETCHING).flat(), 'type'])

export const HELD_ELEMENTS: readonly string[] = Object.keys(FETCHING)

export const canBeHeld = (name: string): boolean => Object.hasOwn(FETCHING, name)

export const attributeOf = ({ attributes }: ScannedTag, name: string) =>
  attributes.find(attribute => attribute.name === name)

/** Whether the element is a script whose text would run. */
export const isInlineScript = (tag: ScannedTag): boolean =>
  tag.name === 'script' && attributeOf(tag, 'src') === undefined && RUNS.test(attributeOf(tag, 'type')?.value ?? '')

const RENAMED = Buffer.from('data-candor-')

/**
 * Marks a tag with the practices it depends on. One that is held is inert besides: its attributes are called
 * `data-candor-…` until they are allowed.
 */
function insertions(tag: ScannedTag, { practices, held }: HostRule, fetching: readonly string[]): readonly Insertion[] {
  const mark = ` data-candor-practice="${practices}"`
  if (!held) return [{ at: tag.nameEnd, bytes: Buffer.from(mark) }]
  const isScript = tag.name === 'script'
  const renamed = isScript ? [...fetching, 'type'] : fetching
  return [
    { at: tag.nameEnd, bytes: Buffer.from(isScript ? `${mark} type="text/plain"` : mark) },
    ...tag.attributes.filter(({ name }) => renamed.includes(name)).map(({ start }) => ({ at: start, bytes: RENAMED })),
  ]
}

/** A browser drops tabs and line ends in addresses. */
const plain = (value: string): string => attributeText(value).replace(/[\t\n\r]/g, '')

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

export interface Held {
  readonly insertions: readonly Insertion[]
  readonly held: boolean
}
const FREE: Held = { insertions: [], held: false }

/** What marks a tag that fetches from somebody whose practice visitors choose on, and holds it if that is not allowed. */
export function holdTag(tag: ScannedTag, rules: HostRules): Held {
  const names = FETCHING[tag.name] ?? []
  const found = tag.attributes
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, value }) => hostsOf(name, value))
    .flatMap(host => rules.of(host) ?? [])
  const rule = found.find(({ held }) => held) ?? found[0]
  return rule === undefined ? FREE : { insertions: insertions(tag, rule, names), held: rule.held }
}

/** The same for a script that names such a host in its text: so do the usual loaders. */
export function holdInline(tag: ScannedTag, text: string, rules: HostRules): Held {
  const rule = rules.namedIn(text)
  return rule === null ? FREE : { insertions: insertions(tag, rule, []), held: rule.held }
}
