import {
  addressOf,
  BROWSERS,
  type BrowserId,
  createJar,
  createSetting,
  type KeptCookie,
  type Request,
} from '../judge/cookies/index.ts'
import type { CookieQuestion, CookieSetting } from '../model/index.ts'
import type { JarCase } from './cases/index.ts'

type Place = Request['place']

const address = (url: string) => {
  const found = addressOf(url)
  if (found === null) throw new Error(`no address: ${url}`)
  return found
}

const placeOf = ({ url, top, ancestors, navigation }: CookieSetting | CookieQuestion): Place => ({
  url: address(url),
  top: address(top),
  ancestors: ancestors.map(address),
  navigation,
})

/** RFC 6265bis section 5.8.3: how a cookie is written into the `Cookie` header. */
const pair = ({ name, value }: KeptCookie): string => (name === '' ? value : `${name}=${value}`)

export interface JudgedJar {
  /** The `Cookie` header that is expected. */
  readonly header: string
  /** The rules that kept something out, or threw something out. */
  readonly rules: readonly string[]
}

/** What the judge expects of a browser's jar. */
export function judgeJar({ steps, ask }: JarCase, agent: BrowserId, now: Date): JudgedJar {
  const jar = createJar(BROWSERS[agent].rules)
  const rules = new Set<string>()
  let clock = +now
  for (const { set, cookies } of steps)
    for (const line of cookies) {
      const { stored, rule, gone } = jar.set(line, createSetting(placeOf(set), set.via, clock++))
      if (stored === false) rules.add(rule)
      if (gone.length > 0) rules.add('crowded-out')
    }
  const request: Request = {
    place: placeOf(ask),
    method: ask.method,
    initiator: ask.initiator === null ? null : address(ask.initiator),
    redirects: (ask.redirects ?? []).map(address),
    now: clock + ask.ageSeconds * 1000,
  }
  return { header: jar.send(request).map(pair).join('; '), rules: [...rules] }
}
