import type { CookieCase, CookieQuestion, CookieSetting } from '../../model/index.ts'
import { addressOf } from './address.ts'

/** Where a case is not as it should be, and what is wanted there. */
export interface CaseFlaw {
  /** `set.url`, `ask.2.top`; empty for the whole. */
  readonly path: string
  readonly wanted: 'object' | 'text' | 'url' | 'urls' | 'time' | 'number' | 'boolean' | 'via' | 'list' | 'distinct'
}

type Fields = Readonly<Record<string, unknown>>

/** Carries the flaw out of the reading of a case; never leaves this file. */
class Flawed {
  readonly flaw: CaseFlaw
  constructor(path: string, wanted: CaseFlaw['wanted']) {
    this.flaw = { path, wanted }
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function text(value: unknown, path: string, standIn?: string): string {
  if (value === undefined && standIn !== undefined) return standIn
  if (typeof value !== 'string') throw new Flawed(path, 'text')
  return value
}

function url(value: unknown, path: string, standIn?: string): string {
  if (value === undefined && standIn !== undefined) return standIn
  if (typeof value !== 'string' || addressOf(value) === null) throw new Flawed(path, 'url')
  return value
}

function urls(value: unknown, path: string): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Flawed(path, 'urls')
  for (let at = 0; at < value.length; at++) url(value[at], `${path}.${at}`)
  return value
}

function truth(value: unknown, path: string): boolean {
  if (value === undefined) return false
  if (typeof value !== 'boolean') throw new Flawed(path, 'boolean')
  return value
}

function seconds(value: unknown, path: string): number {
  if (value === undefined) return 0
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Flawed(path, 'number')
  return value
}

function setting(value: unknown): CookieSetting {
  if (!isFields(value)) throw new Flawed('set', 'object')
  const via = value['via'] ?? 'header'
  if (via !== 'header' && via !== 'script') throw new Flawed('set.via', 'via')
  const address = url(value['url'], 'set.url')
  return {
    via,
    url: address,
    top: url(value['top'], 'set.top', address),
    ancestors: urls(value['ancestors'], 'set.ancestors'),
    method: text(value['method'], 'set.method', 'GET'),
    navigation: truth(value['navigation'], 'set.navigation'),
  }
}

function question(value: unknown, path: string): CookieQuestion {
  if (!isFields(value)) throw new Flawed(path, 'object')
  const address = url(value['url'], `${path}.url`)
  const initiator = value['initiator'] ?? null
  return {
    id: text(value['id'], `${path}.id`),
    url: address,
    top: url(value['top'], `${path}.top`, address),
    ancestors: urls(value['ancestors'], `${path}.ancestors`),
    navigation: truth(value['navigation'], `${path}.navigation`),
    method: text(value['method'], `${path}.method`, 'GET'),
    initiator: initiator === null ? null : url(initiator, `${path}.initiator`),
    redirects: urls(value['redirects'], `${path}.redirects`),
    ageSeconds: seconds(value['ageSeconds'], `${path}.ageSeconds`),
  }
}

function questions(value: unknown): readonly CookieQuestion[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Flawed('ask', 'list')
  const ids = new Set<string>()
  return value.map((one, at) => {
    const read = question(one, `ask.${at}`)
    if (ids.has(read.id)) throw new Flawed(`ask.${at}.id`, 'distinct')
    ids.add(read.id)
    return read
  })
}

function cookieCase(value: unknown): CookieCase {
  if (!isFields(value)) throw new Flawed('', 'object')
  const now = text(value['now'], 'now')
  if (Number.isNaN(Date.parse(now))) throw new Flawed('now', 'time')
  const compactPolicy = value['compactPolicy'] ?? null
  return {
    id: text(value['id'], 'id'),
    agent: text(value['agent'], 'agent'),
    now,
    set: setting(value['set']),
    cookie: text(value['cookie'], 'cookie'),
    ask: questions(value['ask']),
    compactPolicy: compactPolicy === null ? null : text(compactPolicy, 'compactPolicy'),
  }
}

/** A case as it came from outside, or its first flaw. What is left out: header, GET, the URL's own top page, no frames. */
export function readCookieCase(value: unknown): CookieCase | CaseFlaw {
  try {
    return cookieCase(value)
  } catch (error) {
    if (error instanceof Flawed) return error.flaw
    throw error
  }
}

export const isCaseFlaw = (read: CookieCase | CaseFlaw): read is CaseFlaw => 'wanted' in read
