import type { CookieCase, CookieSetting } from '../../model/index.ts'
import { BASIC_COOKIES, type CookieText, variedCookies } from './attributes.ts'
import { QUESTIONS, type QuestionId, questions } from './questions.ts'
import { ownHost } from './sites.ts'
import { SETTINGS, SITE_OF, SITUATION_IDS, SITUATIONS, type SituationId } from './situations.ts'
import { FAMILIES, type Family } from './traps.ts'

export interface CaseOptions {
  /** When the cookies are set. */
  readonly now: Date
  readonly agent: string
  /** Only what every table of cookie behaviour speaks of, and the traps. */
  readonly core?: boolean
  /** Also what takes two minutes of waiting to see. */
  readonly patient?: boolean
}

/** A wait longer than this is for the patient. */
const PATIENCE_SECONDS = 60

interface Group {
  readonly name: string
  readonly own: string
  readonly set: CookieSetting
  readonly questions: readonly QuestionId[]
  readonly cookies: readonly CookieText[]
}

const isFamilyQuestion = (id: QuestionId) => ['other', 'inner', 'beside', 'typed-later'].includes(id)

/** What is asked about a cookie of every situation. */
const EVERYWHERE = (Object.keys(QUESTIONS) as QuestionId[]).filter(id => !isFamilyQuestion(id))

function situationGroup(name: SituationId, cookies: readonly CookieText[]): Group {
  const own = ownHost(SITE_OF[name])
  return { name, own, set: SITUATIONS[name](own), questions: EVERYWHERE, cookies }
}

const cookieText = ([name, line]: [string, Family['lines'][string]]): CookieText => ({
  name,
  line: typeof line === 'string' ? () => line : line,
})

function familyGroups(name: string, family: Family): Group[] {
  const { setting, questions, apart = false } = family
  const cookies = Object.entries(family.lines).map(cookieText)
  const group = (own: string, some: readonly CookieText[]): Group => {
    return { name, own, set: SETTINGS[setting](own), questions, cookies: some }
  }
  if (apart) return cookies.map(cookie => group(ownHost(`${name}-${cookie.name}`), [cookie]))
  return [group(family.own ?? ownHost(name), cookies)]
}

function casesOf({ name, own, set, questions: ids, cookies }: Group, options: CaseOptions): CookieCase[] {
  const ask = questions(own, ids).filter(asked => options.patient || asked.ageSeconds <= PATIENCE_SECONDS)
  return cookies.map(({ name: cookie, line }) => {
    const id = `${name}.${cookie}`
    const text = line(options.now).replaceAll('$', id).replaceAll('@', own)
    return { id, agent: options.agent, now: options.now.toISOString(), set, cookie: text, ask }
  })
}

/**
 * The lab's cases, always the same for the same clock. A case's id stands in its cookie's name or value, so that
 * whoever runs it can tell which cookie came.
 */
export function generateCases(options: CaseOptions): CookieCase[] {
  const cookies = options.core === true ? BASIC_COOKIES : [...BASIC_COOKIES, ...variedCookies()]
  const situations = SITUATION_IDS.map(name => situationGroup(name, cookies))
  const families = Object.entries(FAMILIES)
    .filter(([, { extra = false }]) => options.core !== true || !extra)
    .flatMap(([name, family]) => familyGroups(name, family))
  return [...situations, ...families].flatMap(group => casesOf(group, options))
}
