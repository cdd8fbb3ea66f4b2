import type { CookieCase } from '../../model/index.ts'
import type { StoredCookie } from '../../observe/index.ts'
import { isSetForTimeByScript, questionKey, settingKey } from './plan.ts'
import type { Heard } from './stage.ts'

/** What a browser was seen to do with a case. Null: it could not be seen. */
export interface SeenAnswer {
  readonly id: string
  readonly stored: boolean | null
  /** Where and until when, as the browser's own jar has it; null: not stored, or not to be looked up. */
  readonly kept: { readonly partition: string | null; readonly expires: number | 'session' } | null
  readonly sent: Readonly<Record<string, boolean | null>>
}

export interface Evidence {
  readonly heard: ReadonlyMap<string, Heard>
  readonly jar: readonly StoredCookie[]
  /** Whether that is all there is; else only what visited addresses can see. */
  readonly wholeJar: boolean
  /** When the jar was looked into, in milliseconds. */
  readonly lookedAt: number
}

const DAY_SECONDS = 86_400

/** A question about a young cookie that was put later than this was not put as asked: two minutes matter to browsers. */
const YOUNG_SECONDS = 110

/** The case's id as a word of its own. */
const mentions = (text: string, id: string): boolean => {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (!/[\w-]/.test(text.charAt(at + id.length))) return true
  return false
}

/** Whether the cookie, if it is there, would come to an address of the case, by any path it names: RFC 6265bis section 5.1.4. */
function wouldShow({ cookie, set, ask }: CookieCase): boolean {
  const folders = [...cookie.matchAll(/;\s*path\s*=\s*(\/[^;]*)/gi)].map(([, path = '']) =>
    `${path.trim()}/`.replace('//', '/'),
  )
  const visited = [set, ...ask].map(({ url }) => `${new URL(url).pathname}/`)
  return folders.every(folder => visited.some(path => path.startsWith(folder)))
}

/** A host's cookies are its own and those of the domains it lies in. */
const within = (host: string, cookieHost: string): boolean => `.${host}`.endsWith(`.${cookieHost.replace(/^\./, '')}`)

function keptIn({ jar, lookedAt }: Evidence, { id, set }: CookieCase, setAt: number): SeenAnswer['kept'] {
  const { hostname } = new URL(set.url)
  const cookie = jar.find(
    ({ name, value, host, expires }) =>
      (mentions(name, id) || mentions(value, id)) &&
      within(hostname, host) &&
      (expires === null || expires * 1000 > lookedAt),
  )
  if (cookie === undefined) return null
  const { expires, partition } = cookie
  return { partition, expires: expires === null ? 'session' : (expires - setAt / 1000) / DAY_SECONDS }
}

export function readAnswer(asked: CookieCase, evidence: Evidence): SeenAnswer {
  const { id, ask } = asked
  const setAt = evidence.heard.get(settingKey(asked))?.at
  if (setAt === undefined)
    return { id, stored: null, kept: null, sent: Object.fromEntries(ask.map(question => [question.id, null])) }
  const sent: Record<string, boolean | null> = {}
  for (const question of ask) {
    const heard = evidence.heard.get(questionKey(question))
    const late = heard !== undefined && question.ageSeconds < YOUNG_SECONDS && heard.at - setAt > YOUNG_SECONDS * 1000
    sent[question.id] = heard === undefined || late ? null : mentions(heard.cookies, id)
  }
  const kept = keptIn(evidence, asked, setAt)
  const seen = kept !== null || Object.values(sent).includes(true)
  return { id, stored: seen || (evidence.wholeJar || wouldShow(asked) ? false : null), kept, sent }
}

/** The answer with the lifetime that was seen where nobody drove. */
export function withLifetime(answer: SeenAnswer, asked: CookieCase, evidence: Evidence): SeenAnswer {
  const setAt = evidence.heard.get(settingKey(asked))?.at
  if (answer.kept === null || !isSetForTimeByScript(asked)) return answer
  const kept = setAt === undefined ? null : keptIn(evidence, asked, setAt)
  return { ...answer, kept: kept === null ? null : { ...answer.kept, expires: kept.expires } }
}
