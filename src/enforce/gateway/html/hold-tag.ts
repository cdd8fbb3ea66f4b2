import { attributeText } from './attribute-text.ts'
import type { HostRule, HostRules } from './host-rules.ts'
import type { ScannedTag } from './tag-scanner.ts'

/** ASCII to be put into the page; what is there stays. */
export interface Insertion {
  readonly at: number
  readonly bytes: Buffer
}

const SVG_LINK = ['href', 'xlink:href']

/** Attributes by which a browser fetches at once. HTML 13.2.6.4.7 makes an `image` an `img` where it is not SVG's. */
const FETCHING: Readonly<Record<string, readonly string[]>> = {
  script: ['src', ...SVG_LINK],
  iframe: ['src', 'srcdoc'],
  frame: ['src'],
  img: ['src', 'srcset'],
  image: ['src', 'srcset', ...SVG_LINK],
  feimage: SVG_LINK,
  link: ['href', 'imagesrcset'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src', 'srcset'],
  track: ['src'],
  input: ['src'],
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
  tag.name === 'script' &&
  tag.hasText &&
  !(tag.isForeign ? SVG_LINK : ['src']).some(name => attributeOf(tag, name) !== undefined) &&
  RUNS.test(attributeOf(tag, 'type')?.value ?? '')

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

const ABSOLUTE = /^[\0- ]*(?:https?:|[\\/]{2})/i

/** What addresses begin with where the page does not say. */
const OWN = 'https://page.invalid/'

const addressOf = (value: string, base: string): URL | null => {
  try {
    return new URL(plain(value).trim(), base)
  } catch {
    return null
  }
}

/** What the addresses after a `base` begin with, given what they began with before; null: with the page's own. */
export const baseOf = (tag: ScannedTag): string | null => {
  const address = addressOf(attributeOf(tag, 'href')?.value ?? '', OWN)
  return address === null || address.origin === new URL(OWN).origin ? null : address.href
}

/** The host a value leads to; null if it is the page's own or none. */
const hostOf = (value: string, base: string | null): string | null =>
  base === null && !ABSOLUTE.test(plain(value)) ? null : (addressOf(value, base ?? OWN)?.hostname ?? null)

const hostsOf = (name: string, value: string, base: string | null): readonly string[] =>
  (name.endsWith('srcset') ? value.split(/[\s,]+/) : [value])
    .map(address => hostOf(address, base))
    .filter(host => host !== null)

export interface Held {
  readonly insertions: readonly Insertion[]
  readonly held: boolean
}
const FREE: Held = { insertions: [], held: false }

/**
 * What marks a tag that fetches from somebody whose practice visitors choose on, and holds it if that is not allowed. Text
 * of its own counts by the hosts it names: so do the usual loaders, and the page within a frame.
 *
 * @param base what its addresses begin with: {@link baseOf}.
 */
export function holdTag(tag: ScannedTag, text: string, rules: HostRules, base: string | null): Held {
  const names = FETCHING[tag.name] ?? []
  const found = names
    .flatMap(name => attributeOf(tag, name) ?? [])
    .flatMap(({ name, value }) =>
      name === 'srcdoc' ? rules.namedIn(attributeText(value)) : hostsOf(name, value, base).map(host => rules.of(host)),
    )
    .concat(text === '' ? null : rules.namedIn(text))
    .filter(rule => rule !== null)
  const rule = found.find(({ held }) => held) ?? found[0]
  return rule === undefined ? FREE : { insertions: insertions(tag, rule, names), held: rule.held }
}
