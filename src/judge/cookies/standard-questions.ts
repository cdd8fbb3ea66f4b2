import type { CookieQuestion, CookieSetting } from '../../model/index.ts'
import { addressOf } from './address.ts'

/** Where people want to know whether a cookie is sent. Area `browser` of the messages says each in words. */
const STANDARD_QUESTIONS = [
  'own',
  'link',
  'post',
  'post-later',
  'embedded-again',
  'embedded-elsewhere',
  'redirected',
  'framed',
] as const
export type StandardQuestion = (typeof STANDARD_QUESTIONS)[number]

/** Sites that stand for "another": the first that is neither the cookie's nor the top page's. */
const STRANGERS = ['another.example', 'elsewhere.example', 'far-off.example'] as const

/** The standard questions about a cookie that is set there, each a minute after, or where said within and after two. */
export function standardQuestions({ url, top }: Pick<CookieSetting, 'url' | 'top'>): readonly CookieQuestion[] {
  const [address, page] = [addressOf(url), addressOf(top)]
  if (address === null || page === null) return []
  const known = new Set([address.domain, page.domain])
  const [stranger = '', second = ''] = STRANGERS.filter(host => !known.has(host)).map(
    host => `${address.scheme}://${host}/`,
  )
  const home = `${address.scheme}://${address.host}${new URL(url).port === '' ? '' : `:${new URL(url).port}`}/`
  const embedding = page.domain === address.domain ? stranger : top
  const elsewhere = page.domain === address.domain ? second : stranger
  const ask = (id: StandardQuestion, change: Partial<CookieQuestion>): CookieQuestion => ({
    id,
    url,
    top: home,
    ancestors: [],
    navigation: false,
    method: 'GET',
    initiator: home,
    redirects: [],
    ageSeconds: 60,
    ...change,
  })
  return [
    ask('own', {}),
    ask('link', { navigation: true, top: url, initiator: stranger }),
    ask('post', { navigation: true, top: url, initiator: stranger, method: 'POST' }),
    ask('post-later', { navigation: true, top: url, initiator: stranger, method: 'POST', ageSeconds: 180 }),
    ask('embedded-again', { top: embedding, initiator: embedding }),
    ask('embedded-elsewhere', { top: elsewhere, initiator: elsewhere }),
    ask('redirected', { redirects: [stranger] }),
    ask('framed', { ancestors: [stranger], initiator: stranger }),
  ]
}
