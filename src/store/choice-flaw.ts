import { CHOICE_MEANS, DECISIONS, type VisitorChoice } from '../model/index.ts'

const HASH = /^sha256:[0-9a-f]{64}$/
const SHAPES = {
  site: /^[a-z0-9.:[\]-]{1,255}$/,
  subject: /^[\w-]{8,100}$/,
  policy: HASH,
  language: /^[A-Za-z0-9-]{2,35}$/,
  text: HASH,
  how: new RegExp(`^(?:${CHOICE_MEANS.join('|')})$`),
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
} as const satisfies Readonly<Partial<Record<keyof VisitorChoice, RegExp>>>
const FIELDS = Object.keys(SHAPES) as (keyof typeof SHAPES)[]

const PRACTICE = /^[\p{L}\p{N}._:-]{1,100}$/u
/** More than a cookie holds. */
const MOST_PRACTICES = 500

function areDecisions(decisions: VisitorChoice['decisions']): boolean {
  const entries = Object.entries(decisions)
  return (
    entries.length <= MOST_PRACTICES &&
    entries.every(([practice, decision]) => PRACTICE.test(practice) && DECISIONS.includes(decision))
  )
}

/** JavaScript takes 31 February for 3 March. */
const isInstant = (at: string): boolean => new Date(at).getUTCDate() === Number(at.slice(8, 10))

/** The words alone may be unknown. */
const isShaped = (field: keyof typeof SHAPES, value: string | null): boolean =>
  value === null ? field === 'text' : SHAPES[field].test(value)

/** The first field that cannot be kept as it is, or null. Receipts are committed together, so one bad one must not get among them. */
export function choiceFlaw(choice: VisitorChoice): keyof VisitorChoice | null {
  for (const field of FIELDS) if (!isShaped(field, choice[field])) return field
  if (!isInstant(choice.at)) return 'at'
  return areDecisions(choice.decisions) ? null : 'decisions'
}
