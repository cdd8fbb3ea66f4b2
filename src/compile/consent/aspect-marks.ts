import { CONSENT_ASPECTS, type ConsentAspect } from '../../model/index.ts'
import { digitsOf } from '../hash.ts'

/** RFC 4648, 5: what base64url is written in. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Of 12 bits: that two forms of an aspect have the same one comes to pass once in 4096 changes. */
const MARK_LENGTH = 2
const MARK_DIGITS = 3

function markOf(aspect: unknown): string {
  const bits = Number.parseInt(digitsOf(aspect, MARK_DIGITS), 16)
  return ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63)
}

/** A mark for each aspect, one after the other. */
export const marksOf = (matters: Readonly<Record<ConsentAspect, unknown>>): string =>
  CONSENT_ASPECTS.map(aspect => markOf(matters[aspect])).join('')

/** The aspects whose marks differ; none where those from before are not known. */
export const changedAspects = (before: string | undefined, now: string): readonly ConsentAspect[] =>
  before === undefined
    ? []
    : CONSENT_ASPECTS.filter((_, at) => {
        const mark = (marks: string) => marks.slice(at * MARK_LENGTH, (at + 1) * MARK_LENGTH)
        return mark(before) !== mark(now)
      })
