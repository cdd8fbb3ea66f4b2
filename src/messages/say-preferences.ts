import { type PreferenceObjection, type PreferenceVerdict, textIn } from '../model/index.ts'
import type { Choice } from '../vocabulary/index.ts'
import { preferences, type TermMessages, term } from './compiled/index.ts'
import type { Language } from './language.ts'

const CHOICE_WORDS = { always: 'always', 'opt-out': 'optOut', 'opt-in': 'optIn' } as const satisfies Record<
  Choice,
  string
>

const WANTED_WORDS: Readonly<Record<string, string>> = {
  'unless-refused': 'unlessRefused',
  'with-consent': 'withConsent',
}

function nameOf({ practice: { id, name, statement } }: PreferenceObjection, language: Language): string {
  const words = preferences[language]
  const text = name === null ? null : textIn(name, language)
  if (statement === null) return words['practice.named']({ id, name: text ?? id })
  return text === null
    ? words['practice.statement']({ number: statement })
    : words['practice.statement-named']({ number: statement, name: text })
}

function sayWhat(objection: PreferenceObjection, language: Language): string {
  const { family, term: id, choice } = objection
  const words = preferences[language]
  const practice = nameOf(objection, language)
  if (id === null) return words['objection.unsaid']({ practice, family })
  const label = term[language][`${family}.${id}` as keyof TermMessages]
  return family === 'purpose' || family === 'recipient'
    ? words[`objection.${family}`]({ practice, term: label, choice: CHOICE_WORDS[choice ?? 'always'] })
    : words[`objection.${family}`]({ practice, term: label })
}

function sayWanted({ wish, wanted }: PreferenceObjection, language: Language): string {
  const words = preferences[language]
  if (wish === 'thirdParties') return words['wants.parties']({ wanted })
  if (wish === 'retention') return words['wants.retention']({ wanted })
  return words['wants.use']({ what: words[`wish.${wish}`], wanted: WANTED_WORDS[wanted] ?? wanted })
}

/** What a practice does that the visitor does not want, what they want, and what would do. */
export function sayObjection(objection: PreferenceObjection, language: Language): string {
  const words = preferences[language]
  const list = new Intl.ListFormat(language, { type: 'disjunction' })
  const ways = list.format(objection.satisfiedBy.map(way => words[`by.${way}`]))
  return [sayWhat(objection, language), sayWanted(objection, language), words.satisfied({ ways })].join(' ')
}

/** The verdict in a sentence. */
export function sayPreferenceVerdict(verdict: PreferenceVerdict, language: Language): string {
  const words = preferences[language]
  if (verdict.because === 'no-policy') return words['verdict.no-policy']({ accepted: verdict.accepted ? 'yes' : 'no' })
  return verdict.accepted
    ? words['verdict.satisfactory']
    : words['verdict.objections']({ count: verdict.objections.length })
}
