import {
  type Blame,
  type LevelReport,
  type MendedPlace,
  mendedPlaces,
  REPAIR_CHANGES,
  type Repair,
} from '../model/index.ts'
import { CATEGORIES, PURPOSES, RECIPIENTS } from '../vocabulary/index.ts'
import { repair as repairs, type TermMessages, term, type VerdictMessages, verdict } from './compiled/index.ts'
import type { Language } from './language.ts'

const TERM_KEYS: ReadonlyMap<string, keyof TermMessages> = new Map([
  ...CATEGORIES.map(({ token, id }) => [token as string, `category.${id}` as const] as const),
  ...PURPOSES.map(({ token, id }) => [token as string, `purpose.${id}` as const] as const),
  ...RECIPIENTS.map(({ token, id }) => [token as string, `recipient.${id}` as const] as const),
])

/** `CON (marketing contact)`; what is no such token, as `shown` makes it. */
function nameToken(token: string, language: Language, shown: (token: string) => string): string {
  const key = TERM_KEYS.get(token)
  const label = key === undefined ? undefined : term[language][key]
  return label === undefined ? shown(token) : `${token} (${label})`
}

/** The level's name; a setting of letters has no other. */
export function sayLevel(level: string, language: Language): string {
  const text: unknown = verdict[language][`level.${level}` as keyof VerdictMessages]
  return typeof text === 'string' ? text : level
}

/** What the sentences of `level-no-opt-out`, `level-no-opt-in` and `level-unreadable` speak of. */
export interface BlameWords {
  readonly lack: 'purpose' | 'data' | 'uses' | 'both'
  readonly categories: string
  readonly uses: string
  readonly unreadable: string
}

/** A blame in the words of its sentence; `nameOf` says a token. */
export function describeBlame(blame: Blame, nameOf: (token: string) => string = token => token): BlameWords {
  const { categories, purposes, recipients, noPurpose, unreadable } = blame
  const uses = [...purposes, ...recipients]
  const said = (tokens: readonly string[]) => tokens.map(nameOf).join(', ')
  return {
    lack: noPurpose ? 'purpose' : uses.length === 0 ? 'data' : categories.length === 0 ? 'uses' : 'both',
    categories: said(categories),
    uses: said(uses),
    unreadable: unreadable.join(', '),
  }
}

const asWritten = (text: string): string => text

/** Why a policy does not please, by the mildest demand that it fails; null where it does. `shown` makes foreign text fit. */
export function sayStanding({ standing, reasons }: LevelReport, language: Language, shown = asWritten): string | null {
  const words = verdict[language]
  const blame = (reason: keyof LevelReport['reasons']): BlameWords =>
    describeBlame(reasons[reason], token => nameToken(token, language, shown))
  if (standing === 'no-policy') return words['level-no-policy']
  if (standing === 'unreadable') return words['level-unreadable']({ unreadable: shown(blame('no-opt-in').unreadable) })
  if (standing === 'no-consent') return words['level-no-opt-out'](blame('no-opt-out'))
  return standing === 'opt-out' ? words['level-no-opt-in'](blame('no-opt-in')) : null
}

function sayPlace({ level, party, lifetime }: MendedPlace, language: Language): string {
  const name = sayLevel(level, language)
  if (party === null) return name
  const whose = verdict[language][`party.${party}`]
  return lifetime === null
    ? repairs[language]['whole-party']({ level: name, party: whose })
    : repairs[language].cell({ level: name, party: whose, lifetime: verdict[language][`lifetime.${lifetime}`] })
}

/** Where a repair makes the cookies be accepted. */
export const sayMended = ({ levels }: LevelReport, { mends }: Repair, language: Language): string =>
  mendedPlaces(levels, mends)
    .map(place => sayPlace(place, language))
    .join(', ')

/** What a repair changes. */
export function sayChanges({ change, or }: Repair, language: Language, shown = asWritten): string {
  const words = repairs[language]
  const changes = REPAIR_CHANGES.flatMap(kind => {
    const tokens = Object.keys(change).filter(token => change[token] === kind)
    const what = tokens.map(token => nameToken(token, language, shown)).join(', ')
    return tokens.length === 0 ? [] : [words[`change.${kind}`]({ what })]
  })
  const droppable = Object.keys(or).filter(token => or[token]?.includes('drop'))
  return [...changes, ...(droppable.length === 0 ? [] : [words['or-drop']({ what: droppable.join(', ') })])].join('; ')
}

/** What to say where there is no repair. */
export function sayNoRepair({ standing, satisfactory }: LevelReport, language: Language): string {
  const words = repairs[language]
  if (standing === 'no-policy') return words['no-policy']
  return satisfactory ? words.none : words.impossible
}
