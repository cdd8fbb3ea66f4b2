import { headerLine } from '../../codec/set-cookie/index.ts'
import type { CookieQuestion, CookieSetting } from '../../model/index.ts'
import { AWAY } from '../cases/index.ts'
import type { Load, Resource, Way } from './page.ts'

const lastWord = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** Parts are frames, unless the last word of the path or the request itself says otherwise. */
function wayOf(url: string, method: string, through: readonly string[]): Way {
  if (method !== 'GET' || through.length > 0) return 'fetch'
  const word = lastWord(url)
  return word === 'image' || word === 'fetch' ? word : 'frame'
}

const frame = (to: Resource): Load => ({ way: 'frame', method: 'GET', through: [], to })

/** What a top page has to load so that a part of it is asked for through these frames, nearest first. */
const within = (ancestors: readonly string[], load: Load): Load =>
  ancestors.reduce<Load>((inner, url) => frame({ url, loads: [inner] }), load)

/** A page that is opened by typing its address. */
export interface Opening {
  /** Pages that differ in nothing but their parts may be opened as one. */
  readonly page: Resource
  readonly mergeable: boolean
}

const partOf = (place: CookieSetting | CookieQuestion, through: readonly string[], to: Resource): Opening => {
  const load = { way: wayOf(place.url, place.method, through), method: place.method, through, to }
  return { page: { url: place.top, loads: [within(place.ancestors, load)] }, mergeable: true }
}

/** How a browser comes to set cookies in this way. */
export function realiseSetting(set: CookieSetting, lines: readonly string[], key: string): Opening {
  const made: Resource =
    set.via === 'script'
      ? { url: set.url, key, written: lines }
      : { url: set.url, key, cookies: lines.map(line => headerLine(line).octets) }
  if (set.top !== set.url) return partOf(set, [], made)
  if (set.method !== 'GET') {
    const load: Load = { way: 'form', method: set.method, through: [], to: made }
    return { page: { url: AWAY, loads: [load] }, mergeable: false }
  }
  const word = lastWord(set.url)
  if (word === 'bounce') return { page: { ...made, redirect: AWAY }, mergeable: false }
  return { page: word === 'nothing' ? { ...made, stay: true } : made, mergeable: false }
}

/** How a browser comes to make the request that is asked about. */
export function realiseQuestion(question: CookieQuestion, key: string): Opening {
  const { url, navigation, method, initiator, redirects = [] } = question
  if (!navigation) return partOf(question, redirects, { url, key })
  // The request is all that is wanted of a navigation; the browser stays where it is.
  const asked: Resource = { url, key, stay: true }
  if (initiator === null) return { page: asked, mergeable: false }
  const way = method === 'GET' ? 'link' : 'form'
  return { page: { url: initiator, loads: [{ way, method, through: redirects, to: asked }] }, mergeable: true }
}
