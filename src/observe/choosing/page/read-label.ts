import { CHOICE_WORDS, type ChoiceWords } from './choice-words.ts'
import { phraseFinder, phrasesIn, wordsOf } from './phrases.ts'

/** What a button of a notice is for. `back` leads to a choice made before. */
export type ChoiceKind = 'accept' | 'acknowledge' | 'refuse' | 'settings' | 'save' | 'back'

export interface ReadLabel {
  readonly kind: ChoiceKind
  /** It says that it is for everything. */
  readonly all: boolean
  /** Only a yes or a no, which may answer any question. */
  readonly bare: boolean
}

const inAllLanguages = (part: keyof ChoiceWords): readonly string[] =>
  Object.values(CHOICE_WORDS).map(words => words[part])

const finder = (part: keyof ChoiceWords) => phraseFinder(inAllLanguages(part))

const SAYS = {
  accept: finder('accept'),
  acknowledge: finder('acknowledge'),
  refuse: finder('refuse'),
  settings: finder('settings'),
  save: finder('save'),
  back: finder('back'),
  all: finder('all'),
  about: finder('about'),
}

const wholeLabels = (part: 'yes' | 'no'): ReadonlySet<string> =>
  new Set(phrasesIn(inAllLanguages(part)).map(text => wordsOf(text).join(' ')))

const YES = wholeLabels('yes')
const NO = wholeLabels('no')

/** What costs money or wants an account is no answer to a notice, whatever else it says. */
const SELLS = phraseFinder([
  'subscri*, pay, buy, purchase, premium, login, log in, sign in, sign up, register, membership, donate',
  'abo, abos, abonn*, pur, kaufen, bezahl*, anmelden, registrier*, suscrib*, abbonati, prenumer*, predplat*, subskryb*',
  'inscri*, zaloguj*, prihlasi*, iniciar sesion, connexion, accedi, абони*, вход, плати*, купи, регистр*, συνδρομη',
])

/** Longer labels are sentences. */
const MOST_WORDS = 9

/** What a label says; what comes first overrules what comes later, as "do not accept" and "accept my selection" need. */
export function readLabel(label: string): ReadLabel | null {
  const words = wordsOf(label)
  if (words.length === 0 || words.length > MOST_WORDS || SELLS(words)) return null
  const whole = words.join(' ')
  if (NO.has(whole)) return { kind: 'refuse', all: false, bare: true }
  if (YES.has(whole)) return { kind: 'accept', all: false, bare: true }
  const all = SAYS.all(words)
  const kind = kindOf(words, all)
  return kind === null ? null : { kind, all, bare: false }
}

function kindOf(words: readonly string[], all: boolean): ChoiceKind | null {
  if (SAYS.refuse(words)) return 'refuse'
  if (all && SAYS.accept(words)) return 'accept'
  if (SAYS.save(words)) return 'save'
  if (SAYS.back(words)) return 'back'
  if (SAYS.settings(words)) return SAYS.about(words) ? 'back' : 'settings'
  if (SAYS.accept(words)) return 'accept'
  return SAYS.acknowledge(words) ? 'acknowledge' : null
}

/** Whether a text speaks of what notices speak of. */
export const speaksOfCookies = (text: string): boolean => SAYS.about(wordsOf(text))
