import { randomBytes } from 'node:crypto'
import type { SiteRequest } from '../../src/sites/index.ts'
import { isLanguage, type Language } from './language.ts'
import { WORDS } from './words.ts'

/** What the shop asks consent for, or takes objections to. */
export const PRACTICES = ['statistics', 'advertising', 'affiliates'] as const
export type AskedPractice = (typeof PRACTICES)[number]

/** What a visitor allowed; null: they have not said yet. */
export type Said = readonly AskedPractice[] | null

/** A request to the shop, with what the visitor's browser says along with it. */
export interface Visit {
  readonly request: SiteRequest
  readonly url: URL
  readonly language: Language
  /** Below the language: `/tea`; with no language in it, the whole path. */
  readonly path: string
  readonly cookies: ReadonlyMap<string, string>
  readonly said: Said
  /** Global Privacy Control. */
  readonly signal: boolean
  readonly robot: boolean
}

function readCookies(header: string): ReadonlyMap<string, string> {
  const pairs = header.split('; ').map(pair => pair.split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}

const readChoice = (value: string | undefined): Said =>
  value === undefined ? null : PRACTICES.filter(practice => value.split('.').includes(practice))

export const writeChoice = (said: readonly AskedPractice[]): string => said.join('.') || 'none'

export function readVisit(request: SiteRequest): Visit {
  const { url, headers } = request
  const [, first, rest] = /^\/(en|bg)(\/.*)?$/.exec(url.pathname) ?? []
  const cookies = readCookies(request.cookies)
  const wished = cookies.get('language') ?? headers['accept-language']?.slice(0, 2)
  return {
    request,
    url,
    language: isLanguage(first) ? first : isLanguage(wished) ? wished : 'en',
    path: first === undefined ? url.pathname : (rest ?? '/'),
    cookies,
    said: readChoice(cookies.get('choice')),
    signal: headers['sec-gpc'] === '1',
    robot: /bot|crawl|spider/i.test(headers['user-agent'] ?? ''),
  }
}

/** Consent is a yes; an affiliate is thanked until somebody objects, by hand or by the signal. */
export function allows({ said, signal }: Visit, practice: AskedPractice): boolean {
  if (signal && practice !== 'statistics') return false
  return said === null ? practice === 'affiliates' : said.includes(practice)
}

export const wordsOf = ({ language }: Visit) => WORDS[language]

export const newId = (): string => randomBytes(12).toString('hex')
