import { CHOICE_MEANS, DECISIONS, type VisitorChoice } from '../model/index.ts'

const HASH = /^sha256:[0-9a-f]{64}$/
const PRACTICE = /^[\p{L}\p{N}._:-]{1,100}$/u
const MOST_PRACTICES = 200

const isInstant = (text: string): boolean => {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text && /^\d/.test(text)
}

const FIELDS: { readonly [Field in keyof VisitorChoice]: (value: VisitorChoice[Field]) => boolean } = {
  site: site => /^[a-z0-9.:[\]-]{1,255}$/.test(site),
  subject: subject => /^[\w-]{8,100}$/.test(subject),
  decisions: decisions => {
    const entries = Object.entries(decisions)
    return (
      entries.length <= MOST_PRACTICES &&
      entries.every(([practice, decision]) => PRACTICE.test(practice) && DECISIONS.includes(decision))
    )
  },
  policy: policy => HASH.test(policy),
  language: language => /^[A-Za-z0-9-]{2,35}$/.test(language),
  text: text => HASH.test(text),
  how: how => CHOICE_MEANS.includes(how),
  at: isInstant,
}

/** The first field that cannot be kept as it is, or null. Receipts are committed together, so one bad one must not get among them. */
export function choiceFlaw(choice: VisitorChoice): keyof VisitorChoice | null {
  const holds = <Field extends keyof VisitorChoice>(field: Field) => FIELDS[field](choice[field])
  return (Object.keys(FIELDS) as (keyof VisitorChoice)[]).find(field => !holds(field)) ?? null
}
