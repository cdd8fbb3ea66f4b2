import { type CookieKey, compactHeaderOf } from '../../src/compile/index.ts'
import type { Policy } from '../../src/model/index.ts'
import { createPublished, createSite } from '../../src/server/index.ts'
import type { SiteRequest, SiteResponse } from '../../src/sites/index.ts'
import type { Breach } from './breaches/index.ts'
import { basketCookie, choiceCookie, languageCookie, pageCookies, sessionCookie } from './cookies.ts'
import { findGood, SHELVES } from './goods.ts'
import { hostOf } from './hosts.ts'
import { isLanguage } from './language.ts'
import { goodPage, homePage, searchPage, shelfPage } from './pages/goods-page.ts'
import { layout, type Page } from './pages/layout.ts'
import { basketPage, checkoutPage, loginPage } from './pages/order-pages.ts'
import { choicesPage, helpPage, saying } from './pages/other-pages.ts'
import { tail } from './pages/tail.ts'
import { PARTNERS } from './partners.ts'
import { PRACTICES, readVisit, type Visit, wordsOf, writeChoice } from './visit.ts'

const redirect = (to: string, cookies: readonly string[] = []): SiteResponse => ({
  status: 303,
  headers: { Location: to },
  cookies,
})

/** A place of this shop; anything else is a place that somebody else would like the visitor to go to. */
const ownPlace = (path: string | null): string => (path !== null && /^\/[a-z]{2}\/[\w/-]*$/.test(path) ? path : '/')

function choose(visit: Visit): SiteResponse {
  const form = new URLSearchParams(visit.request.body)
  const decision = form.get('decision')
  const ticked = form.getAll('allow')
  const allowed = PRACTICES.filter(practice => decision === 'all' || (decision === 'some' && ticked.includes(practice)))
  return redirect(ownPlace(form.get('back')), [choiceCookie(writeChoice(allowed))])
}

/** What a page of the shop is, and the cookies it needs itself. */
interface Found {
  readonly page: Page
  readonly cookies?: readonly string[]
}

function findPage(visit: Visit, breaches: readonly Breach[]): Found | undefined {
  const { path, cookies } = visit
  const text = wordsOf(visit)
  const fields = (form: 'newsletter' | 'order') => breaches.map(breach => breach.fields?.(form) ?? '').join('')
  const shelf = SHELVES.find(each => path === `/${each}`)
  if (shelf !== undefined) return { page: shelfPage(visit, shelf) }
  const good = path.startsWith('/good/') ? goodPage(visit, path.slice('/good/'.length)) : undefined
  if (good !== undefined) return { page: good }
  switch (path) {
    case '/':
      return { page: homePage(visit, fields('newsletter')) }
    case '/search':
      return { page: searchPage(visit) }
    case '/basket':
      return { page: basketPage(visit), cookies: cookies.has('basket') ? [] : [basketCookie(visit)] }
    case '/checkout':
      return { page: checkoutPage(visit, fields('order')) }
    case '/login':
      return { page: loginPage(visit), cookies: cookies.has('session') ? [] : [sessionCookie()] }
    case '/help':
      return { page: helpPage(visit) }
    case '/choices':
      return { page: choicesPage(visit) }
    case '/ordered':
      return { page: saying(text.order, text.ordered), cookies: ['basket=; Path=/; Max-Age=0'] }
    case '/welcome':
      return { page: saying(text.login, text.welcome) }
    case '/subscribed':
      return { page: saying(text.newsletter, text.subscribed) }
  }
  return undefined
}

/** Where each form leads once it is sent. */
const AFTER: Readonly<Record<string, string>> = {
  '/order': 'ordered',
  '/login': 'welcome',
  '/newsletter': 'subscribed',
}

function post(visit: Visit): SiteResponse {
  const { language, path } = visit
  if (path === '/choices') return choose(visit)
  if (path === '/basket') {
    const good = findGood(new URLSearchParams(visit.request.body).get('good') ?? '')
    return redirect(`/${language}/basket`, [basketCookie(visit, good?.id)])
  }
  const next = AFTER[path]
  return next === undefined ? { status: 405, body: 'This is not sent anywhere' } : redirect(`/${language}/${next}`)
}

function shopAnswer(visit: Visit, breaches: readonly Breach[]): SiteResponse {
  const { path, url, language } = visit
  for (const breach of breaches) {
    const instead = breach.answer?.(visit)
    if (instead !== undefined) return instead
  }
  if (visit.request.method === 'POST') return post(visit)
  const [, wished] = /^\/language\/(\w+)$/.exec(path) ?? []
  if (isLanguage(wished)) return redirect(`/${wished}/`, [languageCookie(wished)])
  if (url.pathname === '/') return redirect(`/${language}/`)
  const found = findPage(visit, breaches)
  const page = found?.page ?? saying(wordsOf(visit).lost, '')
  const more = breaches.map(breach => breach.tail?.(visit) ?? '')
  return {
    status: found === undefined ? 404 : 200,
    headers: { 'Content-Language': language, Vary: 'Accept-Language, Cookie, Sec-GPC' },
    cookies: [
      ...(found?.cookies ?? []),
      ...pageCookies(visit),
      ...breaches.flatMap(breach => breach.cookies?.(visit) ?? []),
    ],
    body: layout(visit, page, [tail(visit), ...more].filter(part => part !== '').join('\n')),
  }
}

/** Which declared cookie a line is about; all of ours live at `/`. */
const cookieKey = (line: string, host: string): CookieKey => ({
  name: line.slice(0, line.indexOf('=')),
  host: /; Domain=([^;]*)/.exec(line)?.[1] ?? host,
  path: '/',
})

/** The shop and everyone it deals with, as one function; without breaches it keeps its word. */
export function createAnswer(policy: Policy, breaches: readonly Breach[]) {
  const published = createPublished(policy)
  const site = createSite({ published })
  const deaf = breaches.some(breach => breach.deaf)

  const dressed = (answer: SiteResponse, host: string): SiteResponse => {
    const cookies = breaches.reduce(
      (lines, { rewrite }) => (rewrite ? lines.flatMap(rewrite) : lines),
      answer.cookies ?? [],
    )
    if (cookies.length === 0) return { ...answer, cookies }
    const honest = compactHeaderOf(
      policy,
      cookies.map(line => cookieKey(line, host)),
    )
    const P3P = breaches.reduce((value, breach) => breach.header?.(value) ?? value, honest)
    return { ...answer, cookies, headers: { ...answer.headers, P3P } }
  }

  return async (request: SiteRequest): Promise<SiteResponse> => {
    const host = hostOf(request.url)
    if (host === undefined) return { status: 404 }
    const seen = readVisit(request)
    const visit = deaf ? { ...seen, signal: false } : seen
    if (host !== 'shop') {
      const answer = PARTNERS[host](request)
      return {
        ...answer,
        cookies: [...(answer.cookies ?? []), ...breaches.flatMap(({ partner }) => partner?.(host) ?? [])],
      }
    }
    const instead = breaches.some(breach => breach.answer?.(visit) !== undefined)
    if (!instead && request.method === 'GET' && published.files.has(visit.url.pathname)) {
      const response = await site.fetch(new Request(request.url, { headers: { 'Accept-Encoding': 'identity' } }))
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    }
    return dressed(shopAnswer(visit, breaches), visit.url.hostname)
  }
}
