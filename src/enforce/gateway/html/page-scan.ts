import type { Extension } from '../page/content-security.ts'
import { PlaceFinder } from './find-place.ts'
import {
  attributeOf,
  baseOf,
  canBeHeld,
  HELD_ATTRIBUTES,
  HELD_ELEMENTS,
  holdTag,
  type Insertion,
  isInlineScript,
} from './hold-tag.ts'
import type { HostRules } from './host-rules.ts'
import { extendMetaPolicy, META_ATTRIBUTES } from './meta-policy.ts'
import { plainStretch } from './plain-stretch.ts'
import { type ScannedTag, TagScanner, type TagSink } from './tag-scanner.ts'

/** A tag, or a script's text, that has grown longer than this (characters) without its end is let go as it is. */
export const LONGEST_HELD = 65_536

const ATTRIBUTES: ReadonlySet<string> = new Set([...HELD_ATTRIBUTES, ...META_ATTRIBUTES])

/** What begins and ends nothing that is held, once the notice has its place. */
const UNHEEDED = plainStretch([...HELD_ELEMENTS, 'base'])

export interface PageScanOptions {
  /** Goes in where the body begins; empty: nothing does. ASCII. */
  readonly notice: readonly Buffer[]
  /** What the notice needs of a page that restricts itself; null: nothing. */
  readonly needed: Extension | null
  /** Null: nothing depends on what visitors choose. */
  readonly rules: HostRules | null
  /** The page's text between two offsets that have not been let go. */
  readonly slice: (from: number, to: number) => string
}

/** Finds what is to be put into a page, while it passes. */
export class PageScan implements TagSink {
  readonly attributes = ATTRIBUTES
  readonly #options: PageScanOptions
  readonly #scanner = new TagScanner(this)
  readonly #finder = new PlaceFinder()
  #found: Insertion[] = []
  /** A script whose text decides whether it is held. */
  #inline: ScannedTag | null = null
  /** What addresses begin with; undefined: no `base` has said so yet. */
  #base: string | null | undefined
  /** How many tags were held. */
  heldTags = 0

  constructor(options: PageScanOptions) {
    this.#options = options
    if (options.notice.length === 0) this.#finder.place = null
  }

  /** Whether the rest of the page can pass unseen. */
  get done(): boolean {
    return this.#options.rules === null && this.#finder.place !== undefined
  }

  /** Up to where nothing more will be put in. */
  get settled(): number {
    return this.#inline?.start ?? this.#scanner.undecided ?? this.#scanner.position
  }

  /** Reads on; gives back what is to be put in, in the order of the page. */
  feed(text: string): readonly Insertion[] {
    this.#scanner.feed(text)
    if (this.#scanner.position - this.settled > LONGEST_HELD) {
      this.#inline = null
      this.#scanner.giveUp()
    }
    return this.#take()
  }

  end(): readonly Insertion[] {
    this.#inline = null
    if (this.#finder.place === undefined) {
      this.#finder.end(this.#scanner.position, this.#scanner.inText)
      this.#placeNotice()
    }
    return this.#take()
  }

  /** In a script of SVG there may be tags, which are known before it is. */
  #take(): readonly Insertion[] {
    const { settled } = this
    const found = this.#found.sort((one, other) => one.at - other.at)
    this.#found = found.filter(({ at }) => at > settled)
    return this.#found.length === 0 ? found : found.slice(0, -this.#found.length)
  }

  /** A page restricts itself in its head only. */
  #mayRestrict(name: string): boolean {
    return name === 'meta' && this.#options.needed !== null && this.#finder.place === undefined
  }

  #placeNotice(): void {
    const { place } = this.#finder
    if (typeof place === 'number') for (const bytes of this.#options.notice) this.#found.push({ at: place, bytes })
  }

  /** Lets the finder look, and puts the notice in when it has just found the place. */
  #look(look: () => void): void {
    if (this.#finder.place !== undefined) return
    look()
    if (this.#finder.place !== undefined) this.#placeNotice()
  }

  passOver(text: string, from: number): number {
    // HTML is no part of a script of SVG: the page has broken out of it.
    this.#endInline(this.#scanner.position + from)
    if (this.#finder.place === undefined) return from
    if (this.#options.rules === null) return text.length
    UNHEEDED.lastIndex = from
    UNHEEDED.test(text)
    return UNHEEDED.lastIndex
  }

  text(at: number): void {
    this.#look(() => this.#finder.text(at))
  }

  named(name: string, start: number): boolean {
    this.#look(() => this.#finder.named(name, start))
    return (this.#options.rules !== null && (canBeHeld(name) || name === 'base')) || this.#mayRestrict(name)
  }

  opened(tag: ScannedTag): void {
    this.#look(() => this.#finder.opened(tag))
    const { rules, needed } = this.#options
    if (needed !== null && this.#mayRestrict(tag.name)) this.#found.push(...extendMetaPolicy(tag, needed))
    if (rules === null) return
    // HTML 4.2.3: the first that has an address counts.
    if (tag.name === 'base' && this.#base === undefined && attributeOf(tag, 'href') !== undefined)
      this.#base = baseOf(tag)
    if (!canBeHeld(tag.name)) return
    if (!isInlineScript(tag)) return this.#hold(tag, '', rules)
    this.#endInline(tag.start)
    this.#inline = tag
  }

  closing(name: string, start: number): void {
    this.#look(() => this.#finder.closing(name, start))
    if (name === 'script') this.#endInline(start)
  }

  /** The script's text goes no further, or up to a script within it. */
  #endInline(end: number): void {
    const { rules, slice } = this.#options
    const script = this.#inline
    this.#inline = null
    if (script !== null && rules !== null) this.#hold(script, slice(script.end, end), rules)
  }

  #hold(tag: ScannedTag, text: string, rules: HostRules): void {
    const { insertions, held } = holdTag(tag, text, rules, this.#base ?? null)
    if (held) this.heldTags++
    this.#found.push(...insertions)
  }
}
