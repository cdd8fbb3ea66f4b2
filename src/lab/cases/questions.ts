import type { CookieQuestion } from '../../model/index.ts'
import { AWAY, ELSEWHERE, HOP, HOST } from './sites.ts'

type Asked = Omit<CookieQuestion, 'id'>

/** Every question is put when the cookie is at least this old. */
const SOON = 1

const ask = (url: string, more: Partial<Asked>): Asked => ({
  url,
  top: url,
  ancestors: [],
  navigation: false,
  method: 'GET',
  initiator: null,
  ageSeconds: SOON,
  ...more,
})

const visit = (url: string, more: Partial<Asked> = {}) => ask(url, { navigation: true, ...more })

/** A part of a page: a frame, or by the last word of its path an image or a fetch. */
const part = (url: string, top: string, ancestors: readonly string[] = [], more: Partial<Asked> = {}) =>
  ask(url, { top, ancestors, initiator: ancestors[0] ?? top, ...more })

/** Where a cookie of a site may be asked for; `own` is the site's host. The last word of a path says how a part is loaded. */
export const QUESTIONS = {
  typed: own => visit(`https://${own}/in/page`),
  root: own => visit(`https://${own}/`),
  other: own => visit(`https://${own}/other/page`),
  inner: own => visit(`https://${own}/in/deeper/page`),
  beside: own => visit(`https://${own}/inside`),
  'typed-later': own => visit(`https://${own}/in/page`, { ageSeconds: 8 }),
  'own-link': own => visit(`https://${own}/in/page`, { initiator: `https://${own}/top` }),
  link: own => visit(`https://${own}/in/page`, { initiator: AWAY }),
  'link-through': own => visit(`https://${own}/in/page`, { initiator: `https://${own}/top`, redirects: [HOP] }),
  post: own => visit(`https://${own}/in/page`, { initiator: AWAY, method: 'POST' }),
  'post-late': own => visit(`https://${own}/in/page`, { initiator: AWAY, method: 'POST', ageSeconds: 125 }),
  'http-typed': own => visit(`http://${own}/in/page`),
  'own-frame': own => part(`https://${own}/in/frame`, `https://${own}/top`),
  'own-fetch': own => part(`https://${own}/in/fetch`, `https://${own}/top`),
  'own-fetch-through': own => part(`https://${own}/in/fetch`, `https://${own}/top`, [], { redirects: [HOP] }),
  'subdomain-image': own => part(`https://sub.${own}/in/image`, `https://${own}/top`),
  'between-foreign': own => part(`https://${own}/in/frame`, `https://${own}/top`, [HOST]),
  'https-in-http': own => part(`https://${own}/in/image`, `http://${own}/top`),
  framed: own => part(`https://${own}/in/frame`, HOST),
  'framed-fetch': own => part(`https://${own}/in/fetch`, HOST),
  'framed-deep': own => part(`https://${own}/in/frame`, HOST, [`https://${own}/mid`]),
  'framed-http': own => part(`http://${own}/in/image`, HOST.replace('https', 'http')),
  elsewhere: own => part(`https://${own}/in/image`, ELSEWHERE),
  'elsewhere-post': own => part(`https://${own}/in/fetch`, ELSEWHERE, [], { method: 'POST' }),
} as const satisfies Record<string, (own: string) => Asked>

export type QuestionId = keyof typeof QUESTIONS

export const questions = (own: string, ids: readonly QuestionId[]): CookieQuestion[] =>
  ids.map(id => ({ id, ...QUESTIONS[id](own) }))
