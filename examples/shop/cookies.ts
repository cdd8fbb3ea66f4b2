import { inBasket } from './pages/order-pages.ts'
import { type AskedPractice, allows, newId, type Visit } from './visit.ts'

const DAY = 86_400

/** Cookies of practices that one may say no to, each with the `Domain` it lives at. */
const ASKED: readonly { readonly name: string; readonly practice: AskedPractice; readonly wide: boolean }[] = [
  { name: '_visit', practice: 'statistics', wide: false },
  { name: '_seen', practice: 'statistics', wide: true },
  { name: '_ad', practice: 'advertising', wide: false },
  { name: '_ref', practice: 'affiliates', wide: false },
]

const domain = (wide: boolean, { url }: Visit): string => (wide ? `; Domain=${url.hostname}` : '')

const SAFE = 'Path=/; Secure; HttpOnly; SameSite=Lax'

export const choiceCookie = (value: string): string => `choice=${value}; Max-Age=${180 * DAY}; ${SAFE}`
export const languageCookie = (language: string): string => `language=${language}; Max-Age=${30 * DAY}; ${SAFE}`
export const sessionCookie = (): string => `session=${newId()}; ${SAFE}`
export const basketCookie = (visit: Visit, more?: string): string =>
  `basket=${[...inBasket(visit), ...(more === undefined ? [] : [more])].slice(0, 50).join('.')}; ${SAFE}`

/** What a page sets where it may, and removes where it may not. */
export function pageCookies(visit: Visit): readonly string[] {
  const { cookies } = visit
  const removed = ASKED.filter(({ name, practice }) => cookies.has(name) && !allows(visit, practice))
  const set = (name: string, practice: AskedPractice, value: string, wide: boolean) =>
    allows(visit, practice) && !cookies.has(name)
      ? [`${name}=${value}; Max-Age=${30 * DAY}${domain(wide, visit)}; ${SAFE}`]
      : []
  return [
    ...removed.map(({ name, wide }) => `${name}=; Max-Age=0${domain(wide, visit)}; ${SAFE}`),
    ...set('_seen', 'statistics', newId(), true),
    ...set('_ref', 'affiliates', 'direct', false),
  ]
}
