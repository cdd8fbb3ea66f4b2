import { CHOICE_MEANS, type ChoiceMeans, type StandingChoice, type StandingDecision } from '../../model/index.ts'
import { LETTERS, NOBODY, RECORDED, VERSION } from './encode-choice.ts'
import { decodeShown } from './shown.ts'

/** RFC 6265bis, 5.7: browsers keep no name and value of more than 4096 octets together. */
const LONGEST = 4096

const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/
const SUBJECT = /^[A-Za-z0-9_-]{2,64}$/
const DECIDED = /^([a-z][a-z0-9-]{0,63})=([gr])([0-9a-f]{8})([A-Za-z0-9_-]{10})?$/

const isMeans = (word: string): word is ChoiceMeans => (CHOICE_MEANS as readonly string[]).includes(word)

function decodeDecisions(text: string): StandingChoice['decisions'] | null {
  if (text === '') return {}
  const decisions = new Map<string, StandingDecision>()
  for (const part of text.split('&')) {
    const [, practice, letter, digest, marks] = DECIDED.exec(part) ?? []
    if (practice === undefined || digest === undefined || decisions.has(practice)) return null
    decisions.set(practice, {
      decision: letter === LETTERS.granted ? 'granted' : 'refused',
      digest,
      ...(marks === undefined ? {} : { marks }),
    })
  }
  return Object.fromEntries(decisions)
}

/** What `encodeChoice` wrote; null for anything else, which whoever sends a cookie may send. */
export function decodeChoice(value: string): StandingChoice | null {
  if (value.length > LONGEST) return null
  const [version, subject = '', at = '', how = '', language = '', record = '', decided, more] = value.split('/', 8)
  if (version !== VERSION || decided === undefined || more !== undefined) return null
  if (!TIME.test(at) || !isMeans(how) || !LANGUAGE.test(language)) return null
  const shown = record === RECORDED ? null : decodeShown(record)
  if (record !== RECORDED && shown === null) return null
  if (subject !== NOBODY && !SUBJECT.test(subject)) return null
  const decisions = decodeDecisions(decided)
  if (decisions === null) return null
  return {
    subject: subject === NOBODY ? null : subject,
    at,
    how,
    language,
    decisions,
    ...(shown === null ? { recorded: true } : { recorded: false, shown }),
  }
}

/**
 * The part of a choice's value that many visitors have in common, which is all that decides what they allow; null where
 * there is none. It is not checked.
 */
export function commonPart(value: string): string | null {
  let slash = -1
  for (let field = 0; field < 3; field++) {
    slash = value.indexOf('/', slash + 1)
    if (slash < 0) return null
  }
  return value.slice(slash + 1)
}
